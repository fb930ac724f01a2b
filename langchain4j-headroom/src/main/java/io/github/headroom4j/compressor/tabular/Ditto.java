package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose cells begin as those above them: paths in one folder, times of one day. {@code ~} stands for what the cell
 * above begins with, up to and with a separator, of which the column's name speaks: {@code path~/} for the last slash,
 * {@code date~1-} for the first hyphen. So no word or number is cut in two.
 */
final class Ditto {

    private static final char MARK = '~';

    /** What may part a cell's beginning from its rest. */
    private static final String SEPARATORS = "/-:. T_,\\@#=";

    /** Separators are counted from the left up to here, beside the last one. */
    private static final int MAX_COUNT = 2;

    private static final int LAST = 0;

    /** Characters that a column must save, in all and for each row: the mark costs a token, and so does its name. */
    private static final int MIN_SAVED = 24;

    private static final double MIN_SAVED_PER_ROW = 1.5;

    /** Share of the rows that must begin as those above them; what is rarer is not expected by a reader. */
    private static final double OFTEN = 0.25;

    /** Columns that repeat whole cells so often are left to the engine, which leaves repetitions blank. */
    private static final double REPEATING = 0.5;

    private final char separator;
    private final int count;

    private Ditto(char separator, int count) {
        this.separator = separator;
        this.count = count;
    }

    /** Writes columns in this way where it saves anything; empty if it does nowhere. */
    static Optional<Table> apply(Table table, Pace pace) {
        List<String> names = new ArrayList<>(table.names());
        List<List<@Nullable Value>> rows = table.rows();
        boolean any = false;
        for (int column = 0; column < names.size(); column++) {
            Ditto best = best(rows, column);
            if (best != null) {
                any = true;
                names.set(column, names.get(column) + best.suffix());
                rows = pace.list(best.shortened(rows, column));
            }
        }
        return any ? Optional.of(new Table(names, rows)) : Optional.empty();
    }

    /** The table that was written in this way. */
    static Table undo(Table table, Pace pace) {
        List<String> names = new ArrayList<>(table.names());
        List<List<@Nullable Value>> rows = table.rows();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            int mark = name.lastIndexOf(MARK);
            Ditto ditto = mark < 0 ? null : ofSuffix(name.substring(mark + 1));
            if (ditto != null) {
                names.set(column, name.substring(0, mark));
                rows = pace.list(ditto.completed(rows, column));
            }
        }
        return new Table(names, rows);
    }

    private String suffix() {
        return MARK + (count == LAST ? "" : String.valueOf(count)) + separator;
    }

    private static @Nullable Ditto ofSuffix(String suffix) {
        if (suffix.length() == 1) {
            return new Ditto(suffix.charAt(0), LAST);
        }
        boolean counted = suffix.length() == 2 && suffix.charAt(0) > '0' && suffix.charAt(0) <= '0' + MAX_COUNT;
        return counted ? new Ditto(suffix.charAt(1), suffix.charAt(0) - '0') : null;
    }

    private static @Nullable Ditto best(List<List<@Nullable Value>> rows, int column) {
        if (!isOpen(rows, column)) {
            return null;
        }
        String[] cells = rows.stream().map(row -> text(row, column)).toArray(String[]::new);
        Ditto best = null;
        double most = Math.max(MIN_SAVED, rows.size() * MIN_SAVED_PER_ROW);
        for (int i = 0; i < SEPARATORS.length(); i++) {
            boolean seldom = isSeldom(SEPARATORS.charAt(i), cells);
            for (int count = LAST; count <= MAX_COUNT && !seldom; count++) {
                Ditto ditto = new Ditto(SEPARATORS.charAt(i), count);
                double saved = ditto.saved(cells);
                if (saved > most) {
                    best = ditto;
                    most = saved;
                }
            }
        }
        return best;
    }

    /** Whether no cell of a column has the mark, nor most are as those above them, which the engine leaves blank. */
    private static boolean isOpen(List<List<@Nullable Value>> rows, int column) {
        int repeated = 0;
        String above = "";
        for (List<@Nullable Value> row : rows) {
            String text = text(row, column);
            if (!text.isEmpty() && text.charAt(0) == MARK) {
                return false;
            }
            repeated += !text.isEmpty() && text.equals(above) ? 1 : 0;
            above = text;
        }
        return repeated < rows.size() * REPEATING;
    }

    /** Whether too few cells hold a separator for them to begin as those above them. */
    private static boolean isSeldom(char separator, String[] cells) {
        int holding = 0;
        for (String cell : cells) {
            holding += cell.indexOf(separator) >= 0 ? 1 : 0;
        }
        return holding < cells.length * OFTEN;
    }

    private double saved(String[] cells) {
        double saved = 0;
        int shortened = 0;
        String above = "";
        int headAbove = 0;
        for (String text : cells) {
            int head = head(text);
            boolean same = head > 1 && headAbove == head && above.regionMatches(0, text, 0, head);
            saved += same ? head - 1 : 0;
            shortened += same ? 1 : 0;
            above = text;
            headAbove = head;
        }
        return shortened < cells.length * OFTEN ? 0 : saved;
    }

    private List<List<@Nullable Value>> shortened(List<List<@Nullable Value>> rows, int column) {
        List<List<@Nullable Value>> all = new ArrayList<>();
        String above = "";
        for (List<@Nullable Value> row : rows) {
            String text = text(row, column);
            int head = head(text);
            boolean same = head > 1 && beginsAs(above, text, head);
            all.add(same ? with(row, column, MARK + text.substring(head)) : row);
            above = text;
        }
        return all;
    }

    private List<List<@Nullable Value>> completed(List<List<@Nullable Value>> rows, int column) {
        List<List<@Nullable Value>> all = new ArrayList<>();
        String above = "";
        for (List<@Nullable Value> row : rows) {
            String text = text(row, column);
            boolean same = !text.isEmpty() && text.charAt(0) == MARK;
            String whole = same ? above.substring(0, head(above)) + text.substring(1) : text;
            all.add(same ? with(row, column, whole) : row);
            above = whole;
        }
        return all;
    }

    private static List<@Nullable Value> with(List<@Nullable Value> row, int column, String text) {
        List<@Nullable Value> changed = new ArrayList<>(row);
        changed.set(column, new Text(text));
        return changed;
    }

    private boolean beginsAs(String above, String text, int head) {
        return head(above) == head && above.regionMatches(0, text, 0, head);
    }

    /** How long the beginning of a text is, its separator included; 0 if it has none. */
    private int head(String text) {
        if (count == LAST) {
            return text.lastIndexOf(separator) + 1;
        }
        int at = 0;
        for (int i = 0; i < count; i++) {
            at = text.indexOf(separator, at) + 1;
            if (at == 0) {
                return 0;
            }
        }
        return at;
    }

    private static String text(List<@Nullable Value> row, int column) {
        return row.get(column) instanceof Text text ? text.text() : "";
    }
}
