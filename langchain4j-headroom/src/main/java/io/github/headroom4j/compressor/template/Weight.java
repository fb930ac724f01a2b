package io.github.headroom4j.compressor.template;

/**
 * How much a text weighs against another when choosing between two ways to write a column. It is no token figure and is
 * never reported: whether a whole text became smaller is for the token counter to say.
 */
final class Weight {

    /** Tokenizers that this project knows cut digits in threes. */
    private static final int DIGITS_PER_UNIT = 3;

    /** A usual length for the pieces of words. */
    private static final int LETTERS_PER_UNIT = 5;

    private Weight() {}

    static int of(CharSequence text) {
        int units = 0;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                    i++;
                }
                units += (i - start + DIGITS_PER_UNIT - 1) / DIGITS_PER_UNIT;
            } else if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                units += (i - start + LETTERS_PER_UNIT - 1) / LETTERS_PER_UNIT;
            } else {
                i++;
                units += c == ' ' ? 0 : 1;
            }
        }
        return units;
    }
}
