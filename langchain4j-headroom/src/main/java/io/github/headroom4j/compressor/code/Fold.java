package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.Elision;

/**
 * A range that an outline can leave out.
 *
 * @param kind what it is
 * @param start the first character left out
 * @param end after the last character left out
 * @param before what stands before the note instead
 * @param after what stands after it
 * @param scored where the text begins that tells whether the query is about this fold: its documentation or signature
 */
record Fold(Kind kind, int start, int end, String before, String after, int scored) {

    enum Kind {
        /** A body, which stays if the query is about it. */
        BODY,
        /** Imports, a licence, the rest of a comment: always left out. */
        BOILERPLATE
    }

    /** The note that stands for the fold. */
    String replacement(SourceText source, int firstLine) {
        int first = source.lineAt(start);
        int last = source.lineAt(Math.max(start, end - 1));
        if (first < last && source.text().substring(start, source.end(first)).isBlank()) {
            first++;
        }
        if (first < last && source.text().substring(source.start(last), end).isBlank()) {
            last--;
        }
        return before + Elision.lines(first + firstLine, last + firstLine) + after;
    }
}
