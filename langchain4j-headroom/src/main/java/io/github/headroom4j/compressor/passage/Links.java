package io.github.headroom4j.compressor.passage;

/** The targets of Markdown's links and images, which are often longer than what they stand behind. */
final class Links {

    /** Targets of at most so many characters, default 60, stay: most relative ones, and what a person can read. */
    private static final int SHORT_TARGET = 60;

    /** Characters of a target, default 500: a longer one is data, and looking for its end again and again costs time. */
    private static final int MAX_TARGET = 500;

    private Links() {}

    /** Whether a range begins by saying where the links of a name lead: {@code [name]: target}. */
    static boolean isDefinition(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) == ' ') {
            at++;
        }
        if (at == to || text.charAt(at) != '[' || text.startsWith("[^", at)) {
            return false;
        }
        int close = at + 1;
        while (close < to && text.charAt(close) != ']') {
            close++;
        }
        return close > at + 1 && close + 1 < to && text.charAt(close + 1) == ':';
    }

    /** Whether a range holds images and links around images only, such as badges. */
    static boolean areImages(String text, int from, int to) {
        boolean image = false;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '[' || c == '!') {
                int close = closing(text, at + (c == '!' ? 1 : 0), to);
                boolean picture = c == '!' || text.startsWith("[![", at);
                if (close < 0 || !picture) {
                    return false;
                }
                image = true;
                at = close;
            } else if (c > ' ') {
                return false;
            } else {
                at++;
            }
        }
        return image;
    }

    /** After the target of the link whose bracket opens at an offset, or -1. */
    private static int closing(String text, int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                int end = i + 1 < to && text.charAt(i + 1) == '(' ? endOfTarget(text, i + 2) : -1;
                return end >= 0 && end < to ? end + 1 : -1;
            }
        }
        return -1;
    }

    /** The text with long targets as ellipses, and images as their alternative texts. */
    static String shortened(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        boolean image = false;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '[') {
                image = i > 0 && text.charAt(i - 1) == '!';
            }
            int end = text.charAt(i) == ']' && text.charAt(i + 1) == '(' ? endOfTarget(text, i + 2) : -1;
            if (end >= 0 && (image || end - i - 2 > SHORT_TARGET)) {
                out.append(text, at, i + 1).append(image ? "" : "(…)");
                at = end + 1;
                i = end;
                image = false;
            }
        }
        return at == 0 ? text : out.append(text, at, text.length()).toString();
    }

    private static int endOfTarget(String text, int from) {
        int depth = 0;
        int limit = Math.min(text.length(), from + MAX_TARGET);
        for (int i = from; i < limit && text.charAt(i) > ' '; i++) {
            depth += text.charAt(i) == '(' ? 1 : 0;
            if (text.charAt(i) == ')' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }
}
