package io.github.headroom4j.compressor.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a line between the rows of a drawn table is drawn.
 *
 * @param left its start, may be empty
 * @param blank whether a blank stands on either side of each stroke
 * @param fill what strokes are made of
 * @param joint stands between strokes
 * @param right its end, may be empty
 */
record Rule(String left, boolean blank, char fill, char joint, String right) {

    /** Stands for no start or no end. */
    private static final String NONE = ".";

    private static final char BLANK = '_';
    private static final String FILLS = "-=─━═╌┄";
    private static final String ASCII = "+-=|: ";

    /** A line's rule and the width of each of its strokes, blanks included; colons are not part of it. */
    record Drawn(Rule rule, List<Integer> widths, String colons) {}

    /** Whether a line is nothing but a rule. */
    static boolean isRule(String line) {
        int fills = 0;
        int joints = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean fill = FILLS.indexOf(c) >= 0;
            if (!fill && ASCII.indexOf(c) < 0 && !isBoxDrawing(c)) {
                return false;
            }
            fills += fill ? 1 : 0;
            joints += !fill && c != ' ' && c != ':' ? 1 : 0;
        }
        return fills > 0 && joints > 0;
    }

    static boolean isBoxDrawing(char c) {
        return c >= '\u2500' && c <= '\u257F';
    }

    /** Where a rule's strokes are parted; its very start and end are not among them. */
    static List<Integer> joints(String line) {
        List<Integer> joints = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean joint = FILLS.indexOf(c) < 0 && c != ' ' && c != ':';
            if (joint && i > 0 && i + 1 < line.length()) {
                joints.add(i);
            }
        }
        return joints;
    }

    /** Reads a rule; empty if its strokes are not drawn alike. */
    static Optional<Drawn> read(String line) {
        List<Integer> joints = joints(line);
        String left = isEnd(line.charAt(0)) ? line.substring(0, 1) : "";
        String right = isEnd(line.charAt(line.length() - 1)) ? line.substring(line.length() - 1) : "";
        int from = left.length();
        int end = line.length() - right.length();
        if (end <= from) {
            return Optional.empty();
        }
        boolean blank = line.charAt(from) == ' ';
        int fillAt = from + (blank ? 1 : 0);
        char fill = fillAt < end && line.charAt(fillAt) != ':'
                ? line.charAt(fillAt)
                : fillAt + 1 < end ? line.charAt(fillAt + 1) : '-';
        char joint = joints.isEmpty() ? '+' : line.charAt(joints.get(0));
        List<Integer> widths = new ArrayList<>();
        StringBuilder colons = new StringBuilder();
        joints.add(end);
        for (int to : joints) {
            int pad = blank ? 1 : 0;
            boolean first = from + pad < to && line.charAt(from + pad) == ':';
            boolean last = to - pad > from && line.charAt(to - pad - 1) == ':';
            colons.append(first ? last ? 'c' : 'l' : last ? 'r' : 'n');
            widths.add(to - from);
            from = to + 1;
        }
        Rule rule = new Rule(left, blank, fill, joint, right);
        Drawn drawn = new Drawn(rule, widths, colons.toString());
        return FILLS.indexOf(fill) >= 0 && rule.draw(widths, drawn.colons()).equals(line)
                ? Optional.of(drawn)
                : Optional.empty();
    }

    private static boolean isEnd(char c) {
        return FILLS.indexOf(c) < 0 && c != ' ' && c != ':';
    }

    static Rule of(String spec) {
        boolean blank = spec.length() == 5 && spec.charAt(1) == BLANK;
        if (spec.length() != (blank ? 5 : 4)) {
            throw new IllegalArgumentException("no rule: " + spec);
        }
        int at = blank ? 2 : 1;
        return new Rule(
                end(spec.substring(0, 1)), blank, spec.charAt(at), spec.charAt(at + 1), end(spec.substring(at + 2)));
    }

    private static String end(String end) {
        return end.equals(NONE) ? "" : end;
    }

    /** A word from which {@link #of} makes this rule. */
    String spec() {
        return (left.isEmpty() ? NONE : left)
                + (blank ? String.valueOf(BLANK) : "")
                + fill
                + joint
                + (right.isEmpty() ? NONE : right);
    }

    /** Draws the rule over columns of these widths, with colons where {@code colons} has l, r or c. */
    String draw(List<Integer> widths, String colons) {
        StringBuilder out = new StringBuilder(left);
        for (int column = 0; column < widths.size(); column++) {
            char colon = colons.length() == 1 ? colons.charAt(0) : colons.charAt(column);
            int strokes = Math.max(0, widths.get(column) - (blank ? 2 : 0));
            StringBuilder stroke = new StringBuilder(String.valueOf(fill).repeat(strokes));
            if (strokes > 0 && (colon == 'l' || colon == 'c')) {
                stroke.setCharAt(0, ':');
            }
            if (strokes > 0 && (colon == 'r' || colon == 'c')) {
                stroke.setCharAt(strokes - 1, ':');
            }
            out.append(column == 0 ? "" : String.valueOf(joint))
                    .append(blank ? " " : "")
                    .append(stroke)
                    .append(blank ? " " : "");
        }
        return out.append(right).toString();
    }
}
