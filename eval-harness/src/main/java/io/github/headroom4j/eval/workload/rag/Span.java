package io.github.headroom4j.eval.workload.rag;

/**
 * A piece of a document. Immutable.
 *
 * @param document the document
 * @param start the offset of its first character in the document's text
 * @param end the offset behind its last character
 */
record Span(CorpusDocument document, int start, int end) {

    Span {
        if (start < 0 || end < start || end > document.text().length()) {
            throw new IllegalArgumentException("no piece of " + document.id() + " goes from " + start + " to " + end);
        }
    }
}
