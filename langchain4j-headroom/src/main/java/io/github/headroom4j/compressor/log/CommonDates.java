package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What most shown lines begin with before the time of day, such as {@code 2026-03-01T}. A log is mostly of one day, and ten
 * dates tell no more than one. Where lines of two layouts take turns, as in an access and error log in one file, both
 * beginnings are said once. Immutable.
 */
final class CommonDates {

    /** Fewer lines do not pay for saying what was left out. */
    private static final int MIN_LINES = 4;

    /** Shorter beginnings are not worth a note. Characters. */
    private static final int MIN_LENGTH = 5;

    /** How far into a line a time of day is looked for. Characters. */
    private static final int MAX_LENGTH = 72;

    /** Digits and colons of hours, minutes and seconds. */
    private static final int TIME_LENGTH = 8;

    /** A slash, four digits and a colon. */
    private static final int YEAR_LENGTH = 6;

    /** Each stands for a colon, a blank and a beginning. */
    private static final String SIGNS = "|¦";

    private static final String WHOLE = ": ";

    private final List<String> dates;

    private CommonDates(List<String> dates) {
        this.dates = dates;
    }

    /** None at all. */
    static CommonDates none() {
        return new CommonDates(List.of());
    }

    /**
     * Finds them.
     *
     * @param lines the log
     * @param shown numbers of lines, from 0
     * @return the beginnings that enough lines share
     */
    static CommonDates of(Lines lines, IntStream shown) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        shown.forEach(line -> {
            String before = beforeTime(lines.text(), lines.start(line), lines.end(line));
            if (before.length() >= MIN_LENGTH) {
                counts.merge(before, 1, Integer::sum);
            }
        });
        // Sorting is stable: of equally frequent ones the first wins.
        return new CommonDates(counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= MIN_LINES)
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue()))
                .map(Map.Entry::getKey)
                .limit(SIGNS.length())
                .toList());
    }

    /** Reads what {@link #legend} says at the end of a legend. */
    static CommonDates in(String legend) {
        List<String> dates = new ArrayList<>();
        int at = legend.indexOf(said(0));
        while (at >= 0 && dates.size() < SIGNS.length()) {
            int from = at + said(dates.size()).length();
            int to = legend.indexOf('"', from);
            if (to < 0) {
                break;
            }
            dates.add(legend.substring(from, to));
            at = dates.size() < SIGNS.length() && legend.startsWith(said(dates.size()), to + 1) ? to + 1 : -1;
        }
        return new CommonDates(dates);
    }

    /** What is to be said of them in the legend. */
    String legend() {
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < dates.size(); i++) {
            legend.append(said(i)).append(dates.get(i)).append('"');
        }
        return legend.toString();
    }

    private static String said(int index) {
        return "; \"" + SIGNS.charAt(index) + "\" = \"" + WHOLE;
    }

    /** A line behind what parts it from its number: a sign in place of a common beginning, or a colon. */
    String signed(String line) {
        for (int i = 0; i < dates.size(); i++) {
            if (line.startsWith(dates.get(i))) {
                return SIGNS.charAt(i) + line.substring(dates.get(i).length());
            }
        }
        return WHOLE + line;
    }

    /** Reads what {@link #signed} returned; empty if the text begins with none of the signs. */
    Optional<String> unsigned(String text) {
        if (text.startsWith(WHOLE)) {
            return Optional.of(text.substring(WHOLE.length()));
        }
        int sign = text.isEmpty() ? -1 : SIGNS.indexOf(text.charAt(0));
        return sign < 0 || sign >= dates.size() ? Optional.empty() : Optional.of(dates.get(sign) + text.substring(1));
    }

    private static String beforeTime(String text, int start, int end) {
        int last = Math.min(end - TIME_LENGTH, start + MAX_LENGTH);
        for (int at = start; at <= last; at++) {
            char c = text.charAt(at);
            // It is said between quotation marks.
            if (c == '"') {
                return "";
            }
            boolean starts = at == start || !isDigitOrColon(text.charAt(at - 1)) || isBehindYear(text, start, at);
            if (starts && isTime(text, at)) {
                return text.substring(start, at);
            }
        }
        return "";
    }

    /** As access logs write it: {@code 22/Nov/2026:22:14:33}. */
    private static boolean isBehindYear(String text, int start, int at) {
        if (at - start < YEAR_LENGTH || text.charAt(at - 1) != ':' || text.charAt(at - YEAR_LENGTH) != '/') {
            return false;
        }
        return text.substring(at - YEAR_LENGTH + 1, at - 1).chars().allMatch(c -> c >= '0' && c <= '9');
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
