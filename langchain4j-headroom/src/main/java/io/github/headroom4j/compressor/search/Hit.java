package io.github.headroom4j.compressor.search;

/**
 * One line of a search tool's output.
 *
 * @param kind what the line is
 * @param line its index in the text, from 0
 * @param path the file, empty if the output names none
 * @param number the line's number in the file, 0 where there is none
 * @param text the file's line, or the whole line for {@link Kind#RAW}
 */
record Hit(Kind kind, int line, String path, int number, String text) {

    enum Kind {
        /** A line of a file that matched. */
        MATCH(':'),
        /** A line of a file that stands near a match. */
        CONTEXT('-'),
        /** The line of a file that opens the function around a match. */
        SCOPE('='),
        /** The {@code --} between groups of context. */
        SEPARATOR,
        /** A file's name on a line of its own, above its matches. */
        HEADING,
        /** Anything else, kept as it is. */
        RAW;

        private final char joint;

        Kind(char joint) {
            this.joint = joint;
        }

        Kind() {
            this('\0');
        }

        /** What tools print before and after the number of such a line. */
        char joint() {
            return joint;
        }
    }

    static Hit raw(int line, String text) {
        return new Hit(Kind.RAW, line, "", 0, text);
    }

    static Hit heading(int line, String path) {
        return new Hit(Kind.HEADING, line, path, 0, path);
    }

    static Hit separator(int line) {
        return new Hit(Kind.SEPARATOR, line, "", 0, "--");
    }

    boolean ofFile() {
        return kind.joint() != 0;
    }

    Hit in(String newPath) {
        return new Hit(kind, line, newPath, number, text);
    }
}
