package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.content.TableLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a line between the rows of a drawn table is drawn.
 *
 * @param left its start, may be empty
 * @param blank whether blanks stand between strokes and what parts or ends them
 * @param fill what strokes are made of
 * @param joint stands between strokes
 * @param right its end, may be empty
 */
record Rule(String left, boolean blank, char fill, char joint, String right) {

    /** Stands for no start or no end. */
    private static final String NONE = ".";

    private static final char BLANK = '_';

    /** A line's rule and the width of each of its strokes, blanks included; colons are not part of it. */
    record Drawn(Rule rule, List<Integer> widths, String colons) {}

    /** Where a rule's strokes are parted; its very start and end are not among them. */
    static List<Integer> joints(String line) {
        List<Integer> joints = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            if (TableLines.isJoint(line.charAt(i)) && i > 0 && i + 1 < line.length()) {
                joints.add(i);
            }
        }
        return joints;
    }

    /** Reads a rule; empty if its strokes are not drawn alike. */
    static Optional<Drawn> read(String line) {
        Rule rule = shape(line);
        List<Integer> ends = joints(line);
        ends.add(line.length() - rule.right.length());
        List<Integer> widths = new ArrayList<>();
        StringBuilder colons = new StringBuilder();
        int from = rule.left.length();
        for (int to : ends) {
            if (to <= from) {
                return Optional.empty();
            }
            String stroke = line.substring(from, to).strip();
            boolean first = stroke.startsWith(":");
            boolean last = stroke.endsWith(":");
            colons.append(first ? last ? 'c' : 'l' : last ? 'r' : 'n');
            widths.add(to - from);
            from = to + 1;
        }
        Drawn drawn = new Drawn(rule, widths, colons.toString());
        return rule.draw(widths, drawn.colons()).equals(line) ? Optional.of(drawn) : Optional.empty();
    }

    /** How the first stroke and joint of a rule are drawn. */
    private static Rule shape(String line) {
        List<Integer> joints = joints(line);
        int last = line.length() - 1;
        int fill = 0;
        while (fill < last && TableLines.FILLS.indexOf(line.charAt(fill)) < 0) {
            fill++;
        }
        return new Rule(
                TableLines.isJoint(line.charAt(0)) ? line.substring(0, 1) : "",
                line.indexOf(' ') >= 0,
                line.charAt(fill),
                joints.isEmpty() ? '+' : line.charAt(joints.get(0)),
                TableLines.isJoint(line.charAt(last)) ? line.substring(last) : "");
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
            boolean before = blank && (column > 0 || !left.isEmpty());
            boolean after = blank && (column + 1 < widths.size() || !right.isEmpty());
            int length = Math.max(0, widths.get(column) - (before ? 1 : 0) - (after ? 1 : 0));
            out.append(column == 0 ? "" : String.valueOf(joint))
                    .append(before ? " " : "")
                    .append(stroke(length, colons.charAt(colons.length() == 1 ? 0 : column)))
                    .append(after ? " " : "");
        }
        return out.append(right).toString();
    }

    private StringBuilder stroke(int length, char colon) {
        StringBuilder stroke = new StringBuilder(String.valueOf(fill).repeat(length));
        if (length > 0 && (colon == 'l' || colon == 'c')) {
            stroke.setCharAt(0, ':');
        }
        if (length > 0 && (colon == 'r' || colon == 'c')) {
            stroke.setCharAt(length - 1, ':');
        }
        return stroke;
    }
}
