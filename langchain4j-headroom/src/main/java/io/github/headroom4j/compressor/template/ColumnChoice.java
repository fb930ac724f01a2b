package io.github.headroom4j.compressor.template;

import java.util.List;

/**
 * Decides how a column is written, by its values: what all of them begin or end with goes into the template, counters
 * become steps, padded numbers lose their padding.
 *
 * @param prefix what all values begin with, never a part of a number or word
 * @param suffix what all values end with after that
 * @param column how what is between is written; null if nothing is, since all values are the prefix
 */
record ColumnChoice(
        String prefix,
        String suffix,
        @org.jspecify.annotations.Nullable Column column) {

    /** Longer numbers could overflow when subtracted. */
    private static final int MAX_STEP_DIGITS = 18;

    static ColumnChoice of(List<String> values) {
        String first = values.get(0);
        int prefix = first.length();
        int shortest = Integer.MAX_VALUE;
        for (String value : values) {
            prefix = commonPrefix(first, value, prefix);
            shortest = Math.min(shortest, value.length());
        }
        if (prefix == first.length() && values.stream().allMatch(first::equals)) {
            return new ColumnChoice(first, "", null);
        }
        int width = paddedWidth(values);
        if (width > 0) {
            return new ColumnChoice("", "", Column.padded(width));
        }
        prefix = backToBoundary(first, prefix);
        int suffix = commonSuffix(values, shortest - prefix);
        String head = first.substring(0, prefix);
        String tail = first.substring(first.length() - suffix);
        return new ColumnChoice(head, tail, isCounter(values, prefix, suffix) ? Column.STEP : Column.PLAIN);
    }

    String strip(String value) {
        return value.substring(prefix.length(), value.length() - suffix.length());
    }

    private static int commonPrefix(String one, String other, int limit) {
        int i = 0;
        while (i < limit && i < other.length() && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    /** Moves back to where a number or a word begins, so that none is cut in two. */
    private static int backToBoundary(String text, int at) {
        int boundary = at;
        while (boundary > 0 && Character.isLetterOrDigit(text.charAt(boundary - 1))) {
            boundary--;
        }
        return boundary > 0 && text.charAt(boundary - 1) == '-' ? boundary - 1 : boundary;
    }

    private static int commonSuffix(List<String> values, int limit) {
        String first = values.get(0);
        int suffix = limit;
        for (String value : values) {
            int i = 0;
            while (i < suffix && first.charAt(first.length() - 1 - i) == value.charAt(value.length() - 1 - i)) {
                i++;
            }
            suffix = i;
        }
        int start = first.length() - suffix;
        while (start < first.length() && Character.isLetterOrDigit(first.charAt(start))) {
            start++;
        }
        return first.length() - start;
    }

    private static int paddedWidth(List<String> values) {
        int width = values.get(0).length();
        boolean padded = false;
        for (String value : values) {
            if (value.length() != width) {
                return 0;
            }
            padded |= value.charAt(0) == ' ';
        }
        return padded ? width : 0;
    }

    private static boolean isCounter(List<String> values, int prefix, int suffix) {
        long plain = 0;
        long steps = 0;
        long before = 0;
        for (String value : values) {
            String digits = value.substring(prefix, value.length() - suffix);
            if (!isCanonical(digits)) {
                return false;
            }
            long number = Long.parseLong(digits);
            if (number != before) {
                plain += Weight.of(digits);
                steps += Weight.of(Long.toString(number - before));
            }
            before = number;
        }
        return steps * 10 < plain * 8;
    }

    private static boolean isCanonical(String digits) {
        int start = digits.startsWith("-") ? 1 : 0;
        int length = digits.length() - start;
        if (length == 0 || length > MAX_STEP_DIGITS || (digits.charAt(start) == '0' && digits.length() > 1)) {
            return false;
        }
        for (int i = start; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
