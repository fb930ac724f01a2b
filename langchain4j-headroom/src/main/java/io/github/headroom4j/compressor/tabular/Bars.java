package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.content.TableLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the cells of a drawn row.
 *
 * @param outer whether bars stand at the row's start and end too
 * @param bar the character
 */
record Bars(boolean outer, char bar) {

    private static final char NONE = '.';

    private static int firstBar(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (TableLines.BARS.indexOf(line.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** The bars of a line that has some. */
    static Bars of(String line) {
        String row = line.strip();
        char bar = row.charAt(firstBar(row));
        boolean outer = row.charAt(0) == bar && row.charAt(row.length() - 1) == bar;
        return new Bars(outer, bar);
    }

    static Bars ofSpec(String spec) {
        if (spec.length() != 1 && !(spec.length() == 2 && spec.charAt(1) == NONE)) {
            throw new IllegalArgumentException("no bars: " + spec);
        }
        return new Bars(spec.length() == 1, spec.charAt(0));
    }

    /** A word from which {@link #ofSpec} makes these bars. */
    String spec() {
        return outer ? String.valueOf(bar) : bar + String.valueOf(NONE);
    }

    /**
     * What stands between the bars.
     *
     * @param line a row
     * @param columns how many cells it has if it is regular
     * @param joints where the rule under the titles has joints; bars that stand elsewhere may be part of a cell
     * @return the cells with their blanks; more or fewer than {@code columns} if the row is not regular
     */
    List<String> split(String line, int columns, List<Integer> joints) {
        List<String> cells = cut(line);
        List<String> placed = cells.size() > columns ? cutAt(line, joints) : null;
        return placed == null ? cells : placed;
    }

    private List<String> cut(String line) {
        List<String> cells = new ArrayList<>();
        boolean left = outer && !line.isEmpty() && line.charAt(0) == bar;
        boolean right = outer && line.length() > 1 && line.charAt(line.length() - 1) == bar;
        int end = line.length() - (right ? 1 : 0);
        int start = left ? 1 : 0;
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            if (c == '\\' && bar == '|' && i + 1 < end) {
                // A bar after a backslash belongs to the cell, as in Markdown.
                i++;
            } else if (c == bar) {
                cells.add(line.substring(start, i));
                start = i + 1;
            }
        }
        cells.add(line.substring(start, Math.max(start, end)));
        return cells;
    }

    private @Nullable List<String> cutAt(String line, List<Integer> joints) {
        List<String> cells = new ArrayList<>();
        int start = outer ? 1 : 0;
        for (int joint : joints) {
            if (joint >= line.length() || line.charAt(joint) != bar || joint < start) {
                return null;
            }
            cells.add(line.substring(start, joint));
            start = joint + 1;
        }
        int end = line.length() - (outer ? 1 : 0);
        if (end < start) {
            return null;
        }
        cells.add(line.substring(start, end));
        return cells;
    }

    /** Puts cells between bars. */
    void join(List<String> cells, StringBuilder out) {
        out.append(outer ? String.valueOf(bar) : "");
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : String.valueOf(bar)).append(cells.get(i));
        }
        out.append(outer ? String.valueOf(bar) : "");
    }
}
