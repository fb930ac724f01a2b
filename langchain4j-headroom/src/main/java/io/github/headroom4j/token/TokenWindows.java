package io.github.headroom4j.token;

/**
 * Cuts a long text into windows that are encoded one by one, so that no run of characters costs more than a window does.
 *
 * <p>Byte-pair encodings first split a text by a pattern and never merge across its pieces. After a letter that neither
 * a letter, a mark nor an apostrophe follows, and after a number that no number follows, both the {@code o200k} and the
 * {@code cl100k} pattern begin a new piece whatever surrounds it: there a text can be cut, and the parts' tokens are the
 * whole's. Only where a whole window has no such place (a run of letters, blanks or signs) is it cut at its end, which
 * may add a token or two.
 */
final class TokenWindows {

    /**
     * The length of a window, 24,576 characters. Ordinary text has a place to cut in each, so that it is counted
     * exactly; encoding one takes milliseconds at worst, however alike or unlike its characters are. A multiple of
     * three, since numbers are encoded by three digits: a run of digits is counted exactly as well.
     */
    static final int WINDOW_CHARS = 3 << 13;

    private TokenWindows() {}

    /** Where the window that starts at {@code from} ends: at the last sure cut in it, else where it is full. */
    static int end(String text, int from, int windowChars) {
        if (text.length() - from <= windowChars) {
            return text.length();
        }
        int full = from + windowChars;
        int sure = lastCut(text, from, full);
        if (sure > from) {
            return sure;
        }
        // A pair of surrogates is one character and stays together.
        return Character.isSurrogatePair(text.charAt(full - 1), text.charAt(full)) ? full - 1 : full;
    }

    /**
     * The text with a question mark for each half of a surrogate pair, which is what UTF-8 has for it; the encoder asserts
     * that there is none.
     */
    static String encodable(String text) {
        char[] fixed = null;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                i++;
            } else {
                fixed = fixed == null ? text.toCharArray() : fixed;
                fixed[i] = '?';
            }
        }
        return fixed == null ? text : new String(fixed);
    }

    /** The last place to cut after {@code from} and not after {@code to}, where text follows; {@code from} if none. */
    static int lastCut(String text, int from, int to) {
        for (int i = to; i > from; i--) {
            if (isCut(text.charAt(i - 1), text.charAt(i))) {
                return i;
            }
        }
        return from;
    }

    /** Whether both patterns begin a new piece between two neighbours, whatever surrounds them. */
    static boolean isCut(char before, char after) {
        // Half a character tells nothing of what it is.
        if (Character.isSurrogate(after)) {
            return false;
        }
        if (Character.isLetter(before)) {
            return !Character.isLetter(after) && !isMark(after) && after != '\'';
        }
        return isNumber(before) && !isNumber(after);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isNumber(char c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
