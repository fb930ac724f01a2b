package io.github.headroom4j.content;

import java.util.Locale;
import java.util.Set;

/** Shapes of log lines. */
final class LogLines {

    /** Characters of a line's beginning in which a level stands: after time, host, thread and logger. */
    private static final int LEVEL_SEARCHED = 96;

    private static final int LONGEST_LEVEL = 9;

    private static final Set<String> LEVELS = Set.of(
            "TRACE",
            "DEBUG",
            "FINE",
            "INFO",
            "NOTICE",
            "WARN",
            "WARNING",
            "ERROR",
            "ERR",
            "FATAL",
            "CRITICAL",
            "CRIT",
            "SEVERE",
            "PANIC",
            "EMERG",
            "ALERT");

    private LogLines() {}

    /** Whether a line starts a log entry: it carries a point in time near its start, or starts with a level. */
    static boolean isEntry(String line) {
        return isStamped(line) || startsWithLevel(line) || isLogfmt(line);
    }

    /** Whether a line carries a point in time near its start and is not a file listing. */
    static boolean isStamped(String line) {
        return Timestamps.end(line) >= 0 && !SearchLines.isLongListing(line) && !SearchLines.isNumberedHit(line);
    }

    /** Whether a level stands near the start of a line. */
    static boolean hasLevel(String line) {
        int limit = Math.min(line.length(), LEVEL_SEARCHED);
        int start = -1;
        for (int i = 0; i <= limit; i++) {
            boolean letter = i < limit && Ascii.isLetter(line.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                if (isLevel(line, start, i)) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    /** A level as the first word: {@code INFO x}, {@code [WARN] x}, {@code ERROR:module:x}, {@code <info> x}. */
    static boolean startsWithLevel(String line) {
        int start = 0;
        if (!line.isEmpty() && (line.charAt(0) == '[' || line.charAt(0) == '<')) {
            start = 1 + Ascii.blanks(line, 1);
        }
        int end = start;
        while (end < line.length() && Ascii.isUpper(line.charAt(end))) {
            end++;
        }
        return isLevel(line, start, end) && " :]>-|\t".indexOf(Ascii.at(line, end)) >= 0 && end > start;
    }

    private static boolean isLogfmt(String line) {
        int pair = line.indexOf('=');
        if (pair < 0 || pair >= LEVEL_SEARCHED) {
            return false;
        }
        String start =
                line.substring(0, Math.min(line.length(), LEVEL_SEARCHED)).toLowerCase(Locale.ROOT);
        return start.contains("level=") && (start.contains("msg=") || start.contains("time=") || start.contains("ts="));
    }

    private static boolean isLevel(String line, int start, int end) {
        return end - start >= 3 && end - start <= LONGEST_LEVEL && LEVELS.contains(line.substring(start, end));
    }
}
