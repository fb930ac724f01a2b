package io.github.headroom4j.compressor.build;

import java.util.List;

/** What stands before a line's own text: Maven's level, a clock, a step of docker, a package of a monorepo. */
final class Prefix {

    private static final List<String> LEVELS = List.of(
            "[INFO] ", "[INFO]", "[ERROR] ", "[ERROR]", "[WARNING] ", "[WARNING]", "[FATAL] ", "[DEBUG] ", "[WARN] ");

    /** Characters within which a clock ends. */
    private static final int MAX_CLOCK = 30;

    private Prefix() {}

    /** The index where the text begins. */
    static int end(String line, int start) {
        int at = clockEnd(line, start);
        at = dockerEnd(line, at);
        for (String level : LEVELS) {
            if (line.startsWith(level, at)) {
                at += level.length();
                break;
            }
        }
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    static boolean isError(String prefix) {
        return prefix.contains("[ERROR]") || prefix.contains("[FATAL]");
    }

    static boolean isWarning(String prefix) {
        return prefix.contains("[WARNING]") || prefix.contains("[WARN]");
    }

    /** {@code 12:30:01 }, {@code [12:30:01] }, {@code 2026-01-31 12:30:01,123 }: a clock, and what is not a letter around it. */
    private static int clockEnd(String line, int start) {
        boolean clock = false;
        int at = start;
        while (at < line.length() && at < start + MAX_CLOCK) {
            char c = line.charAt(at);
            if (c == ':'
                    && at + 5 < line.length()
                    && line.charAt(at + 3) == ':'
                    && Character.isDigit(line.charAt(at + 4))) {
                clock = true;
            }
            boolean part = Character.isDigit(c) || ":-.,/[]TZ+".indexOf(c) >= 0;
            boolean gap = c == ' ' && at > start;
            if (!part && !gap) {
                break;
            }
            if (at == start && !Character.isDigit(c) && c != '[') {
                return start;
            }
            at++;
        }
        if (!clock) {
            return start;
        }
        while (at > start && line.charAt(at - 1) == '[') {
            at--;
        }
        return at;
    }

    /** {@code #12 3.456 }. */
    private static int dockerEnd(String line, int start) {
        if (start >= line.length() || line.charAt(start) != '#') {
            return start;
        }
        int at = start + 1;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        if (at == start + 1 || at >= line.length() || line.charAt(at) != ' ') {
            return start;
        }
        int time = at + 1;
        while (time < line.length() && (Character.isDigit(line.charAt(time)) || line.charAt(time) == '.')) {
            time++;
        }
        return time > at + 1 && time < line.length() && line.charAt(time) == ' ' ? time + 1 : start;
    }
}
