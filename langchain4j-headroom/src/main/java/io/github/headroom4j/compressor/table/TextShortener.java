package io.github.headroom4j.compressor.table;

/** Leaves the middle out of long texts, between words only. */
final class TextShortener {

    /** Shorter texts stay whole: they are what a reader reads. */
    static final int MAX_CHARS = 600;

    private static final int HEAD = 300;
    private static final int TAIL = 100;

    /** How far from the wanted place a gap between words is looked for. */
    private static final int MAX_WORD = 80;

    private TextShortener() {}

    static String shorten(String text) {
        if (text.length() <= MAX_CHARS) {
            return text;
        }
        int head = gapBefore(text, HEAD);
        int tail = gapBefore(text, text.length() - TAIL);
        return head <= 0 || tail <= head
                ? text
                : text.substring(0, head) + " … " + (tail - head) + " characters … " + text.substring(tail + 1);
    }

    private static int gapBefore(String text, int at) {
        for (int i = at; i > Math.max(0, at - MAX_WORD); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
