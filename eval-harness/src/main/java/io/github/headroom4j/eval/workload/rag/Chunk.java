package io.github.headroom4j.eval.workload.rag;

import java.util.Optional;

/**
 * A part of a document under the document's title, as it is indexed, retrieved and read. Users of LangChain4j are told to put
 * the title before each segment, since a segment rarely says what it is about. Immutable.
 *
 * @param id the document's id and the chunk's number in it, such that ids sort as chunks follow each other
 * @param document the document that it is from
 * @param part the text without the title; the document's, but for white space
 * @param start how many characters other than white space the document has before it
 */
record Chunk(String id, CorpusDocument document, String part, int start) {

    /** The text with the title. */
    String text() {
        return "# " + document.title() + "\n\n" + part;
    }

    /** How the chunk spells a piece of its document, or nothing if it does not hold all of it. */
    Optional<String> spelling(Span span) {
        if (!span.document().equals(document)) {
            return Optional.empty();
        }
        int first = Spacing.inked(document.text(), span.start()) - start;
        int count = Spacing.inked(document.text(), span.end()) - start - first;
        if (first < 0 || count == 0 || first + count > Spacing.inked(part, part.length())) {
            return Optional.empty();
        }
        return Optional.of(part.substring(Spacing.offset(part, first), Spacing.offset(part, first + count - 1) + 1));
    }
}
