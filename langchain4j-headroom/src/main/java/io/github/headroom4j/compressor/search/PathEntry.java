package io.github.headroom4j.compressor.search;

/**
 * One line of a list of paths.
 *
 * @param kind what the line is
 * @param line its index in the text, from 0
 * @param directory where the path is, ending with a separator, empty if the list names no directory
 * @param name the last component, or the whole line if it is no path
 */
record PathEntry(Kind kind, int line, String directory, String name) {

    enum Kind {
        /** A file or directory. */
        PATH,
        /** The line of {@code ls -R} that opens a directory; it covers the blank line above it. */
        OPENING,
        /** Anything else, kept as it is. */
        RAW
    }

    static PathEntry raw(int line, String text) {
        return new PathEntry(Kind.RAW, line, "", text);
    }

    static PathEntry opening(int line, String directory) {
        return new PathEntry(Kind.OPENING, line, directory, "");
    }

    static PathEntry of(int line, String path) {
        boolean marked = path.length() > 1 && PathNames.isSeparator(path.charAt(path.length() - 1));
        String directory = PathNames.directory(marked ? path.substring(0, path.length() - 1) : path);
        return new PathEntry(Kind.PATH, line, directory, path.substring(directory.length()));
    }

    String path() {
        return directory + name;
    }

    /** Whether the notation's separators do not occur in it. */
    boolean isPlain() {
        return isPlain(directory) && isPlain(name) && !name.endsWith(".") && !directory.endsWith(":");
    }

    private static boolean isPlain(String text) {
        return text.indexOf(' ') < 0 && text.indexOf('*') < 0 && text.indexOf('\r') < 0;
    }
}
