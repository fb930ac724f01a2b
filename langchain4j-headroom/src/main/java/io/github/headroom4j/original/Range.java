package io.github.headroom4j.original;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of an original, as indices of its characters. Immutable.
 *
 * <p>As text it is a range of lines, both inclusive and counted from 1: {@code 34-153}, {@code 34}, {@code 34-} (to the
 * end), {@code -20} (the last twenty). Either end may name a character within its line, counted from 0: {@code
 * 34@500-40@17} starts at character 500 of line 34 and ends before character 17 of line 40.
 *
 * @param start index of the first character
 * @param end index after the last character
 */
record Range(int start, int end) {

    private static final Pattern NOTATION = Pattern.compile(
            "(?:lines?|L)?\\s*+(\\d{1,9})?(?:@(\\d{1,9}))?\\s*+(?:(-|\\u2013|:|\\.\\.|,)\\s*+L?(\\d{1,9})?(?:@(\\d{1,9}))?)?");

    static Range whole(String text) {
        return new Range(0, text.length());
    }

    /** The stretch that a model asked for, or an exception whose message tells it how to ask. */
    static Range parse(String notation, LineIndex index) {
        Matcher matcher = NOTATION.matcher(notation.strip());
        if (!matcher.matches() || (matcher.group(1) == null && matcher.group(4) == null)) {
            throw new InvalidSelectorException("lines must be a range such as 34-153, 34, 34- or -20, but was '"
                    + InvalidSelectorException.shown(notation) + "'");
        }
        boolean toEnd = matcher.group(3) != null && matcher.group(4) == null;
        int from = matcher.group(1) == null ? index.count() - number(matcher, 4) + 1 : number(matcher, 1);
        int to = matcher.group(1) == null || toEnd
                ? index.count()
                : matcher.group(3) == null ? from : number(matcher, 4);
        if (from > index.count()) {
            throw new InvalidSelectorException("lines must be within 1-" + index.count() + ", but was '"
                    + InvalidSelectorException.shown(notation) + "'");
        }
        return between(clamp(from, index), clamp(to, index), matcher, index);
    }

    private static Range between(int from, int to, Matcher matcher, LineIndex index) {
        if (from > to) {
            return new Range(index.start(to), index.end(from));
        }
        int start = matcher.group(2) == null
                ? index.start(from)
                : Math.min(index.start(from) + number(matcher, 2), index.end(from));
        int end = matcher.group(5) == null
                ? index.end(to)
                : Math.min(index.start(to) + number(matcher, 5), index.end(to));
        return new Range(Math.min(start, end), Math.max(start, end));
    }

    private static int clamp(int line, LineIndex index) {
        return Math.max(1, Math.min(line, index.count()));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    Range intersect(Range other) {
        int from = Math.max(start, other.start);
        return new Range(from, Math.max(from, Math.min(end, other.end)));
    }

    /** With the white space before and after it on its lines, and the last line's end, if nothing else is on them. */
    Range wholeLines(String text) {
        int from = start;
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        int to = end;
        while (to < text.length() && text.charAt(to) <= ' ' && text.charAt(to) != '\n') {
            to++;
        }
        boolean first = from == 0 || text.charAt(from - 1) == '\n';
        boolean last = to < text.length() && text.charAt(to) == '\n';
        return new Range(first ? from : start, last ? to + 1 : to == text.length() ? to : end);
    }

    boolean isEmpty() {
        return start == end;
    }

    int length() {
        return end - start;
    }

    String in(String text) {
        return text.substring(start, end);
    }

    /** The notation of this stretch. */
    String notation(LineIndex index) {
        if (isEmpty()) {
            return index.position(start);
        }
        int lastLine = index.lineAt(end - 1);
        String from = index.position(start);
        String to =
                end == index.end(lastLine) ? String.valueOf(lastLine) : lastLine + "@" + (end - index.start(lastLine));
        return from.equals(to) ? from : from + "-" + to;
    }
}
