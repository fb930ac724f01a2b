package io.github.headroom4j.eval.importer;

import java.util.Arrays;
import java.util.Locale;

/** Where the passages beside the gold ones come from. */
public enum Distractors {
    /** Those that the file gives with the question, in its order, as many as fit. */
    AS_GIVEN,

    /** Those of the whole file that are nearest to the question by BM25, the nearest first: what a retriever would bring. */
    NEAREST,

    /** Those of the whole file that the seed draws. */
    RANDOM,

    /** Others of the gold passages' document that the seed draws; where a document has too few, the case has fewer. */
    SAME_DOCUMENT;

    /**
     * The name in options and provenance.
     *
     * @return for instance "same-document"
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of a name.
     *
     * @param label as {@link #label()} gives it
     * @return the kind
     * @throws IllegalArgumentException if there is none; the message names all
     */
    public static Distractors named(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("distractors must be one of "
                        + Arrays.stream(values()).map(Distractors::label).toList() + ", but was " + label));
    }
}
