package io.github.headroom4j.compressor.build;

/**
 * The time that a CI runner puts before every line of any tool: GitHub's and Azure's {@code 2026-01-31T12:00:00.1234567Z},
 * behind job and step as {@code gh run view --log} prints them, and Jenkins' {@code [2026-01-31T12:00:00.123Z]}.
 */
final class RunnerTime {

    /** Characters within which job and step end. */
    private static final int MAX_NAMES = 200;

    private static final int DATE_AND_TIME = 19;

    private RunnerTime() {}

    /** The index where a line's own text begins. */
    static int end(CharSequence text, int from, int to) {
        int end = timeEnd(text, from, to);
        if (end > from) {
            return end;
        }
        int tabs = 0;
        for (int i = from; i < Math.min(to, from + MAX_NAMES); i++) {
            if (text.charAt(i) == '\t' && ++tabs == 2) {
                int after = timeEnd(text, i + 1, to);
                return after > i + 1 ? after : from;
            }
        }
        return from;
    }

    static String without(CharSequence line) {
        return line.subSequence(end(line, 0, line.length()), line.length()).toString();
    }

    private static int timeEnd(CharSequence text, int from, int to) {
        int at = from < to && text.charAt(from) == '\ufeff' ? from + 1 : from;
        boolean bracket = at < to && text.charAt(at) == '[';
        at += bracket ? 1 : 0;
        if (at + DATE_AND_TIME + 1 >= to || text.charAt(at + 10) != 'T' || !isDateAndTime(text, at)) {
            return from;
        }
        at += DATE_AND_TIME;
        if (text.charAt(at) == '.') {
            at++;
            while (at < to && isDigit(text.charAt(at))) {
                at++;
            }
        }
        if (at >= to || text.charAt(at++) != 'Z') {
            return from;
        }
        if (bracket && (at >= to || text.charAt(at++) != ']')) {
            return from;
        }
        return at == to ? at : text.charAt(at) == ' ' ? at + 1 : from;
    }

    private static boolean isDateAndTime(CharSequence text, int at) {
        String pattern = "0000-00-00T00:00:00";
        for (int i = 0; i < pattern.length(); i++) {
            char c = text.charAt(at + i);
            if (pattern.charAt(i) == '0' ? !isDigit(c) : c != pattern.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
