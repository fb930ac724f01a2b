package io.github.headroom4j.eval.workload.rag;

/** Places in texts that differ in white space only, told by the characters that leave ink. Stateless. */
final class Spacing {

    private Spacing() {}

    /** The text without white space. */
    static String removed(String text) {
        StringBuilder ink = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text, i)) {
                ink.append(text.charAt(i));
            }
        }
        return ink.toString();
    }

    /** How many characters before an offset are no white space. */
    static int inked(String text, int offset) {
        int count = 0;
        for (int i = 0; i < offset; i++) {
            count += isSpace(text, i) ? 0 : 1;
        }
        return count;
    }

    /**
     * The offset of a character that is no white space.
     *
     * @param number how many such characters are before it; there must be one more
     */
    static int offset(String text, int number) {
        int before = number;
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text, i) && before-- == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the text has at most " + number + " characters of ink: " + text);
    }

    private static boolean isSpace(String text, int at) {
        return Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at));
    }
}
