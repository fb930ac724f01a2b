package io.github.headroom4j.compressor.search;

/**
 * One line of a list that says something before each path.
 *
 * @param kind what the line is
 * @param line its index in the text, from 0
 * @param lead what stands before the path, with the blanks between
 * @param path the file, or the whole line if it is none
 */
record LongEntry(Kind kind, int line, String lead, String path) {

    enum Kind {
        /** A file with what is said of it. */
        ROW,
        /** The line of {@code ls -lR} that opens a directory; it covers the blank line above it. */
        OPENING,
        /** Anything else, kept as it is. */
        RAW
    }

    static LongEntry raw(int line, String text) {
        return new LongEntry(Kind.RAW, line, "", text);
    }
}
