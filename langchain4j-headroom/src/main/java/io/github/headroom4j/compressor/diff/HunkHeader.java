package io.github.headroom4j.compressor.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line above a hunk.
 *
 * @param spans where the hunk stands in each old version and, last, in the new one
 * @param tail what follows the closing signs: nothing, or a blank and the enclosing declaration
 */
record HunkHeader(List<Span> spans, String tail) {

    /** A merge of more branches than this is not read. */
    private static final int MAX_PARENTS = 32;

    /** Longer numbers than an int holds are no line numbers. */
    private static final int MAX_DIGITS = 9;

    /**
     * Lines of one version.
     *
     * @param start the number of the first line, or of the line above if there are none
     * @param count how many
     */
    record Span(int start, int count) {

        static Span at(int position, int count) {
            return new Span(count == 0 ? position - 1 : position, count);
        }

        /** The number of the first line, or of the line that would be next. */
        int position() {
            return count == 0 ? start + 1 : start;
        }
    }

    static @Nullable HunkHeader parse(String line) {
        int signs = 0;
        while (signs < line.length() && line.charAt(signs) == '@') {
            signs++;
        }
        if (signs < 2 || signs > MAX_PARENTS) {
            return null;
        }
        List<Span> spans = new ArrayList<>(signs);
        int at = signs;
        for (int i = 0; i < signs; i++) {
            if (!line.startsWith(i < signs - 1 ? " -" : " +", at)) {
                return null;
            }
            int end = endOfNumbers(line, at + 2);
            Span span = span(line.substring(at + 2, end));
            if (span == null) {
                return null;
            }
            spans.add(span);
            at = end;
        }
        String closing = ' ' + "@".repeat(signs);
        return line.startsWith(closing, at) ? new HunkHeader(spans, line.substring(at + closing.length())) : null;
    }

    private static int endOfNumbers(String line, int from) {
        int end = from;
        while (end < line.length() && (isDigit(line.charAt(end)) || line.charAt(end) == ',')) {
            end++;
        }
        return end;
    }

    private static @Nullable Span span(String numbers) {
        int comma = numbers.indexOf(',');
        int start = number(comma < 0 ? numbers : numbers.substring(0, comma));
        int count = comma < 0 ? 1 : number(numbers.substring(comma + 1));
        return start < 0 || count < 0 ? null : new Span(start, count);
    }

    /** The number, or -1 if there is none. */
    static int number(String digits) {
        boolean valid = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> isDigit((char) c));
        return valid ? Integer.parseInt(digits) : -1;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int parents() {
        return spans.size() - 1;
    }

    Span newSpan() {
        return spans.get(parents());
    }

    String render() {
        String signs = "@".repeat(spans.size());
        StringBuilder out = new StringBuilder(signs);
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            out.append(i < parents() ? " -" : " +").append(span.start());
            if (span.count() != 1) {
                out.append(',').append(span.count());
            }
        }
        return out.append(' ').append(signs).append(tail).toString();
    }
}
