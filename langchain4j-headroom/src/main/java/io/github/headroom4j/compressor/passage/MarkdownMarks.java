package io.github.headroom4j.compressor.passage;

/** What the lines of a Markdown text begin, seen from the line alone. */
final class MarkdownMarks {

    private static final int MAX_HEADING_LEVEL = 6;

    private final String text;
    private final TextLines lines;

    MarkdownMarks(String text, TextLines lines) {
        this.text = text;
        this.lines = lines;
    }

    boolean isHeading(int line) {
        int at = lines.indented(line);
        int end = at;
        while (end < lines.end(line) && text.charAt(end) == '#') {
            end++;
        }
        return end > at
                && end - at <= MAX_HEADING_LEVEL
                && lines.indent(line) < 4
                && (end == lines.end(line) || text.charAt(end) == ' ');
    }

    /** Whether a line of equals signs or dashes makes the line before it a heading. */
    boolean isUnderline(int line) {
        if (line >= lines.count() || lines.length(line) < 2) {
            return false;
        }
        char mark = text.charAt(lines.indented(line));
        for (int i = lines.indented(line); i < lines.end(line); i++) {
            if (text.charAt(i) != mark) {
                return false;
            }
        }
        return mark == '=' || mark == '-';
    }

    int fenceLength(int line) {
        int at = lines.indented(line);
        int end = at;
        while (end < lines.end(line) && text.charAt(end) == text.charAt(at)) {
            end++;
        }
        boolean mark = at < end && (text.charAt(at) == '`' || text.charAt(at) == '~');
        boolean span = mark && text.charAt(at) == '`' && has('`', end, lines.end(line));
        return mark && end - at >= 3 && !span ? end - at : 0;
    }

    boolean isBareFence(int line) {
        return fenceLength(line) > 0 && fenceLength(line) == lines.end(line) - lines.indented(line);
    }

    boolean isTableAt(int line) {
        return line + 1 < lines.count() && hasPipe(line) && isDelimiterRow(line + 1);
    }

    boolean hasPipe(int line) {
        return has('|', lines.start(line), lines.end(line));
    }

    private boolean has(char c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == c) {
                return true;
            }
        }
        return false;
    }

    private boolean isDelimiterRow(int line) {
        boolean dash = false;
        for (int i = lines.indented(line); i < lines.end(line); i++) {
            if ("|-: ".indexOf(text.charAt(i)) < 0) {
                return false;
            }
            dash |= text.charAt(i) == '-';
        }
        return dash && hasPipe(line);
    }

    /** Rules between sections and tags for line breaks have none. */
    boolean hasWords(int line, int to) {
        boolean tag = false;
        for (int i = lines.start(line); i < lines.end(to - 1); i++) {
            char c = text.charAt(i);
            tag = c == '<' || (tag && c != '>');
            if (!tag && Character.isLetterOrDigit(c)) {
                return true;
            }
        }
        return tag;
    }
}
