package io.github.headroom4j.original;

/** Where a text may be cut without cutting a word, a number or a character in two. */
final class TextCuts {

    /** How far before the limit a better place is looked for. */
    private static final int WINDOW_CHARS = 200;

    private TextCuts() {}

    /** The best place to cut at or before a limit: after a line in the second half, else after a separator, else there. */
    static int before(String text, int limit) {
        int feed = text.lastIndexOf('\n', limit - 1);
        if (feed >= limit / 2) {
            return feed + 1;
        }
        for (int at = limit; at > Math.max(1, limit - WINDOW_CHARS); at--) {
            if (isSeparator(text.charAt(at - 1))) {
                return at;
            }
        }
        return isInsideCharacter(text, limit) ? limit - 1 : limit;
    }

    /** The nearest place at or before an index that is not between the halves of a surrogate pair. */
    static int whole(String text, int index) {
        return isInsideCharacter(text, index) ? index - 1 : index;
    }

    private static boolean isInsideCharacter(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isHighSurrogate(text.charAt(index - 1))
                && Character.isLowSurrogate(text.charAt(index));
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || c == ',' || c == ';' || c == '}' || c == ']' || c == '>';
    }
}
