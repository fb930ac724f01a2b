package io.github.headroom4j.content;

/** Where lines of a text start and end. */
final class Lines {

    private Lines() {}

    /** The index after the line's end, or the text's length for the last line. */
    static int next(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /** The start of the next line if nothing but blanks stands before it, otherwise -1. */
    static int nextIfBlank(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n') {
            if (text.charAt(i) > ' ') {
                return -1;
            }
            i++;
        }
        return Math.min(i + 1, text.length());
    }

    /** The first index at or after {@code from} that is neither space nor tab. */
    static int afterIndent(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** The first index at or after {@code from} that holds no blank, or the text's length. */
    static int firstNonBlank(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    /** Whether a range holds nothing but blanks. */
    static boolean isBlank(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }
}
