package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.Sha256;
import java.util.Comparator;

/**
 * A passage as a file has it. Two of the same text are the same passage, whatever their titles. Immutable.
 *
 * @param document the document it is from, unique within the file; a hash of the text where the file names none
 * @param title the title, may be empty
 * @param text the text, not blank
 */
record SourcePassage(String document, String title, String text) {

    /** An order that depends on nothing but the passages. */
    static final Comparator<SourcePassage> ORDER = Comparator.comparing(SourcePassage::text)
            .thenComparing(SourcePassage::document)
            .thenComparing(SourcePassage::title);

    /** The text under its title, as a model has to see it: who "she" is, often the title alone tells. */
    String titledText() {
        return title.isBlank() || text.startsWith(title) ? text : title + "\n" + text;
    }

    /** A passage whose document is known by its title, or, without one, is the passage itself. */
    static SourcePassage titled(String title, String text) {
        return new SourcePassage(title.isBlank() ? "passage-" + Sha256.of(text).substring(0, 16) : title, title, text);
    }
}
