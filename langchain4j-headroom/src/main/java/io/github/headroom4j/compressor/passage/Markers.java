package io.github.headroom4j.compressor.passage;

/** What begins the items of lists. */
final class Markers {

    private static final int MAX_NUMBER_DIGITS = 3;

    private Markers() {}

    /** Whether an item begins at an offset: a bullet, or a number or letter with a full stop or bracket. */
    static boolean isItem(String text, int from, int end) {
        return length(text, from, end) > 0;
    }

    /** The length of an item's marker with the blank after it, or 0. */
    static int length(String text, int from, int end) {
        if (from >= end) {
            return 0;
        }
        if ("-*+•–".indexOf(text.charAt(from)) >= 0) {
            return isBlank(text, from + 1, end) ? 2 : 0;
        }
        int at = from;
        while (at < end && at - from < MAX_NUMBER_DIGITS && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean letter =
                at == from && at + 1 < end && Character.isLetter(text.charAt(at)) && text.charAt(at + 1) == ')';
        at += letter ? 1 : 0;
        boolean closed = at > from && at < end && (text.charAt(at) == '.' || text.charAt(at) == ')');
        return closed && isBlank(text, at + 1, end) ? at + 2 - from : 0;
    }

    private static boolean isBlank(String text, int at, int end) {
        return at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
    }
}
