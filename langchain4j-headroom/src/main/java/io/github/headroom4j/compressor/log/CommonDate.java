package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.Lines;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What most shown lines begin with before the time of day, such as {@code 2026-03-01T}. A log is mostly of one day, and
 * ten dates tell no more than one.
 */
final class CommonDate {

    /** Fewer lines do not pay for saying what was left out. */
    private static final int MIN_LINES = 4;

    /** Shorter beginnings are not worth a note. Characters. */
    private static final int MIN_LENGTH = 5;

    /** How far into a line a time of day is looked for. Characters. */
    private static final int MAX_LENGTH = 72;

    /** Digits and colons of hours, minutes and seconds. */
    private static final int TIME_LENGTH = 8;

    private CommonDate() {}

    /**
     * Finds it.
     *
     * @param lines the log
     * @param shown numbers of lines, from 0
     * @return the beginning, empty if too few lines share one
     */
    static String of(Lines lines, IntStream shown) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        shown.forEach(line -> {
            String before = beforeTime(lines.text(), lines.start(line), lines.end(line));
            if (before.length() >= MIN_LENGTH) {
                counts.merge(before, 1, Integer::sum);
            }
        });
        // Sorting is stable: of equally frequent ones the first wins.
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= MIN_LINES)
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static String beforeTime(String text, int start, int end) {
        int last = Math.min(end - TIME_LENGTH, start + MAX_LENGTH);
        for (int at = start; at <= last; at++) {
            char c = text.charAt(at);
            // It is said between quotation marks.
            if (c == '"') {
                return "";
            }
            boolean starts = at == start || !isDigitOrColon(text.charAt(at - 1));
            if (starts && isTime(text, at)) {
                return text.substring(start, at);
            }
        }
        return "";
    }

    private static boolean isTime(String text, int at) {
        for (int i = 0; i < TIME_LENGTH; i++) {
            char c = text.charAt(at + i);
            boolean fits = i % 3 == 2 ? c == ':' : c >= '0' && c <= '9';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigitOrColon(char c) {
        return c == ':' || (c >= '0' && c <= '9');
    }
}
