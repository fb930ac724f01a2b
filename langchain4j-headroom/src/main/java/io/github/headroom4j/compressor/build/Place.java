package io.github.headroom4j.compressor.build;

import java.util.List;

/**
 * A place in a source file at the beginning of a line: {@code path:12}, {@code path:12:5}, {@code path(12,5)}, {@code
 * path:[12,5]}, {@code path:12-14}; and what is said of it.
 *
 * @param path the file
 * @param line the line, as written
 * @param end the index behind the place
 */
record Place(String path, String line, int end) {

    /** A path is shorter, in characters. */
    private static final int MAX_PATH = 300;

    private static final int MAX_DIGITS = 6;

    private static final List<String> ERRORS = List.of(
            "error", "fatal error", "Error", "ERROR", "fatal", "undefined reference", "multiple definition", "failure");

    private static final List<String> WARNINGS = List.of("warning", "Warning", "WARNING", "note", "remark", "info");

    /** Finds a place, or returns null. */
    static @org.jspecify.annotations.Nullable Place at(String text, int start) {
        int limit = Math.min(text.length(), start + MAX_PATH);
        boolean dot = false;
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '"' || c == '=' || c == '<') {
                return null;
            }
            dot |= c == '.' || c == '/' || c == '\\';
            if ((c == ':' || c == '(') && i > start + 1 && dot) {
                int from = i + 1 + (i + 1 < limit && text.charAt(i + 1) == '[' ? 1 : 0);
                int digits = digits(text, from);
                if (digits > 0 && digits <= MAX_DIGITS) {
                    return new Place(
                            text.substring(start, i), text.substring(from, from + digits), end(text, from + digits));
                }
            }
        }
        return null;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length()
                && at < from + 12
                && (isDigit(text.charAt(at)) || ":,-)]".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Whether what follows the place calls itself an error. */
    boolean isError(String text) {
        return says(text, ERRORS) || isTypeScript(text);
    }

    /** Whether what follows the place calls itself a warning or a note. */
    boolean isWarning(String text) {
        return says(text, WARNINGS);
    }

    private boolean says(String text, List<String> words) {
        int at = skip(text);
        for (String word : words) {
            int after = at + word.length();
            if (text.startsWith(word, at)
                    && (after == text.length() || !Character.isLetterOrDigit(text.charAt(after)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isTypeScript(String text) {
        return text.startsWith("TS", skip(text)) && digits(text, skip(text) + 2) > 0;
    }

    private int skip(String text) {
        int at = end;
        while (at < text.length() && " :-\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
