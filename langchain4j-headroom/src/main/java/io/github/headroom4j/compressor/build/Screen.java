package io.github.headroom4j.compressor.build;

/** What a terminal shows of a piece of text. Linear; no regular expression. */
final class Screen {

    private static final char ESCAPE = '\u001b';

    private Screen() {}

    /**
     * A piece without escape sequences, control characters and the time of a runner; of a long one its beginning, and how
     * much more there is.
     */
    static String seen(String text, int from, int to) {
        int start = RunnerTime.end(text, from, to);
        int limit = Math.min(to, start + BuildText.MAX_CHARS);
        if (limit < to) {
            while (limit > start + 1 && Character.isLetterOrDigit(text.charAt(limit - 1))) {
                limit--;
            }
        }
        String seen = isPlain(text, start, limit) ? text.substring(start, limit) : withoutEscapes(text, start, limit);
        return limit < to ? seen + "… " + (to - limit) + " characters more" : seen;
    }

    private static boolean isPlain(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private static String withoutEscapes(String text, int from, int to) {
        StringBuilder seen = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == ESCAPE) {
                at = afterEscape(text, at + 1, to);
            } else {
                if (c == '\b' && !seen.isEmpty()) {
                    seen.setLength(seen.length() - 1);
                } else if (c >= ' ' || c == '\t') {
                    seen.append(c);
                }
                at++;
            }
        }
        return RunnerTime.without(seen);
    }

    /** The index after an escape sequence: {@code ESC [ parameters letter}, {@code ESC ] text BEL} or {@code ESC letter}. */
    private static int afterEscape(String text, int from, int to) {
        if (from >= to) {
            return to;
        }
        char kind = text.charAt(from);
        int at = from + 1;
        if (kind == '[') {
            while (at < to && (text.charAt(at) < '@' || text.charAt(at) > '~')) {
                at++;
            }
            return Math.min(to, at + 1);
        }
        if (kind == ']') {
            while (at < to && text.charAt(at) != '\u0007' && text.charAt(at) != ESCAPE) {
                at++;
            }
            return Math.min(to, at + 1);
        }
        return at;
    }
}
