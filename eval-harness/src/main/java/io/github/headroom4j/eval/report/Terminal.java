package io.github.headroom4j.eval.report;

/** Texts from outside, made fit for a terminal: nothing in them moves the cursor, changes colours or turns the direction. */
public final class Terminal {

    private Terminal() {}

    /**
     * A text in one line.
     *
     * @param text any text
     * @param maxChars at most so many characters; what is longer is cut, and ends with "…"
     * @return the text with every run of white space made one space
     */
    public static String line(String text, int maxChars) {
        // What is cut off is not looked at: texts may be long.
        String begin = text.length() > 4 * maxChars ? text.substring(0, 4 * maxChars) : text;
        String one = safe(begin.strip().replaceAll("\\s+", " "));
        return one.length() <= maxChars && begin.length() == text.length() ? one : cut(one, maxChars - 1) + "…";
    }

    /**
     * A text of several lines.
     *
     * @param text any text
     * @return the text with its line feeds and tabs, other control characters replaced
     */
    public static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isSafe(c) ? c : '\uFFFD'));
        return safe.toString();
    }

    /** Never cuts a pair of surrogates in two. */
    private static String cut(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
    }

    private static boolean isSafe(int c) {
        return c == '\n'
                || c == '\t'
                || !(Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069));
    }
}
