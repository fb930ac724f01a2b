package io.github.headroom4j.compressor.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a path, with marks in place of the numbers that differ from line to line: {@code #} for a number,
 * {@code #7} for one with the blanks before it, seven characters together.
 *
 * @param pattern the text with marks
 * @param values the numbers
 */
record LeadShape(String pattern, List<String> values) {

    private static final char MARK = '#';

    /** No column is wider. Characters. */
    private static final int MAX_WIDTH = 99;

    /** The size is the fourth field after the mode. */
    private static final int SIZE_AFTER_MODE = 4;

    /** The shape of a lead without marks of its own. */
    static LeadShape of(String lead, boolean aligned) {
        StringBuilder pattern = new StringBuilder();
        List<String> values = new ArrayList<>();
        int sinceMode = Integer.MIN_VALUE;
        for (int at = 0; at < lead.length(); sinceMode++) {
            int start = LeadScanner.blanks(lead, at);
            int end = LeadScanner.fieldEnd(lead, start);
            sinceMode = LeadScanner.isMode(lead, start, end) ? 0 : sinceMode;
            boolean varies = (sinceMode < 0 || sinceMode == SIZE_AFTER_MODE) && LeadScanner.isNumber(lead, start, end);
            if (varies) {
                values.add(lead.substring(start, end));
                boolean padded = aligned && end - at <= MAX_WIDTH && lead.indexOf('\t', at) != start - 1;
                pattern.append(padded ? "" : lead.substring(at, start)).append(MARK);
                pattern.append(padded ? String.valueOf(end - at) : "");
            } else {
                pattern.append(lead, at, end);
            }
            at = end;
        }
        return new LeadShape(pattern.toString(), values);
    }

    static boolean isPlain(String lead) {
        return lead.indexOf(MARK) < 0 && lead.indexOf('\r') < 0;
    }

    static int marks(String pattern) {
        return (int) pattern.chars().filter(c -> c == MARK).count();
    }

    /** The lead again, or null if a value is missing or too long. */
    @Nullable
    String lead() {
        StringBuilder lead = new StringBuilder();
        int value = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != MARK) {
                lead.append(pattern.charAt(i));
                continue;
            }
            int width = 0;
            while (i + 1 < pattern.length() && HitScanner.isDigit(pattern.charAt(i + 1)) && width <= MAX_WIDTH) {
                width = width * 10 + pattern.charAt(++i) - '0';
            }
            if (value == values.size() || width > MAX_WIDTH) {
                return null;
            }
            String number = values.get(value++);
            lead.append(" ".repeat(Math.max(0, width - number.length()))).append(number);
        }
        return lead.toString();
    }
}
