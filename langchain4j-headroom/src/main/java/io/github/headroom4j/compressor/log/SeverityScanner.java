package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.LogText;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the level of a log line from the field that names it near the line's start: {@code ERROR}, {@code [error]},
 * {@code [core:error]}, {@code FATAL:}, {@code level=error}, {@code "level":"error"}, {@code <11>}, {@code E1122}, the
 * signs of Redis, the status of an access log. The word "error" in a message is no level.
 */
final class SeverityScanner {

    /** How far into a line a level is looked for, in words and in characters: times, hosts and threads come before. */
    private static final int MAX_WORDS = 12;

    private static final int MAX_CHARS = 160;

    private static final Map<String, Severity> LEVELS = Map.ofEntries(
            Map.entry("TRACE", Severity.DETAIL),
            Map.entry("DEBUG", Severity.DETAIL),
            Map.entry("VERBOSE", Severity.DETAIL),
            Map.entry("FINE", Severity.DETAIL),
            Map.entry("FINER", Severity.DETAIL),
            Map.entry("FINEST", Severity.DETAIL),
            Map.entry("INFO", Severity.INFO),
            Map.entry("INFORMATION", Severity.INFO),
            Map.entry("NOTICE", Severity.INFO),
            Map.entry("CONFIG", Severity.INFO),
            Map.entry("LOG", Severity.INFO),
            Map.entry("WARN", Severity.WARNING),
            Map.entry("WARNING", Severity.WARNING),
            Map.entry("WRN", Severity.WARNING),
            Map.entry("ERROR", Severity.ERROR),
            Map.entry("ERR", Severity.ERROR),
            Map.entry("SEVERE", Severity.ERROR),
            Map.entry("FATAL", Severity.ERROR),
            Map.entry("CRITICAL", Severity.ERROR),
            Map.entry("CRIT", Severity.ERROR),
            Map.entry("PANIC", Severity.ERROR),
            Map.entry("ALERT", Severity.ERROR),
            Map.entry("EMERG", Severity.ERROR),
            Map.entry("EMERGENCY", Severity.ERROR));

    private static final Map<String, Severity> LETTERS = Map.of(
            "D", Severity.DETAIL,
            "I", Severity.INFO,
            "W", Severity.WARNING,
            "E", Severity.ERROR,
            "F", Severity.ERROR);

    /** What Redis writes before a message. */
    private static final Map<String, Severity> SIGNS =
            Map.of(".", Severity.DETAIL, "-", Severity.INFO, "*", Severity.INFO, "#", Severity.WARNING);

    private final LogText log;

    SeverityScanner(LogText log) {
        this.log = log;
    }

    /** What a line says of itself: its level, or the status of a request; information if it says nothing. */
    Severity named(int line) {
        Severity level = level(line);
        if (status(line) == Severity.ERROR) {
            return Severity.ERROR;
        }
        return level == null ? Severity.INFO : level;
    }

    /** The level that a line names, or null if it names none. */
    @Nullable
    Severity level(int line) {
        String text = log.lines().text();
        int lineStart = log.lines().start(line);
        int end = Math.min(log.lines().end(line), lineStart + MAX_CHARS);
        if (log.hasTime(line) && log.timeStart(line) == lineStart + 1) {
            Severity letter = LETTERS.get(text.substring(lineStart, lineStart + 1));
            if (letter != null) {
                return letter;
            }
        }
        if (lineStart < end && text.charAt(lineStart) == '<') {
            return priority(text, lineStart + 1, end);
        }
        if (lineStart < end && text.charAt(lineStart) == '{') {
            return jsonLevel(text.substring(lineStart, log.lines().end(line)));
        }
        return wordLevel(line, lineStart, end);
    }

    private @Nullable Severity wordLevel(int line, int lineStart, int end) {
        String text = log.lines().text();
        int words = 0;
        int at = lineStart;
        while (at < end && words < MAX_WORDS) {
            int wordEnd = at;
            while (wordEnd < end && text.charAt(wordEnd) != ' ') {
                wordEnd++;
            }
            if (wordEnd > at) {
                words++;
                boolean afterTime = log.hasTime(line) && at == log.timeEnd(line) + 1;
                Severity level = word(text.substring(at, wordEnd), afterTime);
                if (level != null) {
                    return level;
                }
            }
            at = wordEnd + 1;
        }
        return null;
    }

    private static @Nullable Severity word(String word, boolean afterTime) {
        if (word.length() == 1) {
            Severity sign = SIGNS.get(word);
            return afterTime ? sign : null;
        }
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetter(word.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetter(word.charAt(end - 1))) {
            end--;
        }
        String core = word.substring(start, end);
        Severity level = LEVELS.get(core);
        if (level != null) {
            return level;
        }
        boolean bracketed =
                start > 0 && word.charAt(start - 1) == '[' && end < word.length() && word.charAt(end) == ']';
        boolean heading = start == 0 && end + 1 == word.length() && word.charAt(end) == ':';
        int joint = Math.max(core.lastIndexOf(':'), core.lastIndexOf('='));
        boolean keyed = joint > 0 && (bracketed || core.startsWith("level=") || core.startsWith("lvl="));
        String name = core.substring(joint + 1).toUpperCase(Locale.ROOT);
        if (bracketed && name.length() == 1) {
            return LETTERS.get(name);
        }
        return keyed || (joint < 0 && (bracketed || heading)) ? LEVELS.get(name) : null;
    }

    private static @Nullable Severity priority(String text, int start, int limit) {
        int close = text.indexOf('>', start);
        if (close < 0 || close >= limit || close == start || close - start > 3) {
            return null;
        }
        int value = 0;
        for (int i = start; i < close; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        int level = value % 8;
        return level <= 3
                ? Severity.ERROR
                : level == 4 ? Severity.WARNING : level == 7 ? Severity.DETAIL : Severity.INFO;
    }

    private static @Nullable Severity jsonLevel(String line) {
        for (String key : new String[] {"\"level\"", "\"severity\"", "\"log.level\"", "\"levelname\"", "\"lvl\""}) {
            int at = line.indexOf(key);
            int open = at < 0 ? -1 : line.indexOf('"', at + key.length());
            int close = open < 0 ? -1 : line.indexOf('"', open + 1);
            if (close > 0 && close - open < 16) {
                return LEVELS.get(line.substring(open + 1, close).toUpperCase(Locale.ROOT));
            }
        }
        return null;
    }

    /** A server error in an access log: three digits from 500 on after the quoted request. */
    private @Nullable Severity status(int line) {
        String text = log.lines().text();
        int end = log.lines().end(line);
        int start = log.lines().start(line);
        for (int at = next(text, start, end); at >= 0; at = next(text, at + 2, end)) {
            boolean digits =
                    isDigit(text.charAt(at + 2)) && isDigit(text.charAt(at + 3)) && isDigit(text.charAt(at + 4));
            if (digits && (at + 5 == end || text.charAt(at + 5) == ' ')) {
                return text.charAt(at + 2) == '5' ? Severity.ERROR : null;
            }
        }
        return null;
    }

    private static int next(String text, int from, int end) {
        for (int at = from; at + 5 <= end; at++) {
            if (text.charAt(at) == '"' && text.charAt(at + 1) == ' ') {
                return at;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
