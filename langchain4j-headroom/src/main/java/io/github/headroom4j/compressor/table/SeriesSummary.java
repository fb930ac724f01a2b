package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Says of measurements of several series, such as of services that are asked in turn, between which values each series
 * moves in the rows that are not shown. The lowest and highest of all series together say little: what is usual for one is
 * trouble for another.
 */
final class SeriesSummary {

    /** A summary must stay small beside the rows that are shown. */
    private static final int MAX_CELLS = 64;

    private final ColumnProfile series;
    private final List<ColumnProfile> measures;
    private final BitSet hidden;

    private SeriesSummary(ColumnProfile series, List<ColumnProfile> measures, BitSet hidden) {
        this.series = series;
        this.measures = measures;
        this.hidden = hidden;
    }

    /**
     * Finds series.
     *
     * @param columns all columns
     * @param hidden the rows that are not shown
     * @return empty if the rows are none of series, or their summary would be too long
     */
    static Optional<SeriesSummary> of(List<ColumnProfile> columns, BitSet hidden) {
        ColumnProfile series = Outliers.series(columns);
        if (series == null || !areMeasured(columns)) {
            return Optional.empty();
        }
        List<ColumnProfile> measures = columns.stream()
                .filter(column -> !column.isConstant() && column.holdsNumbers() && !column.namesRecords())
                .toList();
        int cells = measures.size() * series.counts().size();
        return measures.size() < 2 || cells > MAX_CELLS
                ? Optional.empty()
                : Optional.of(new SeriesSummary(series, measures, hidden));
    }

    /** Whether rows are a time, names of what was measured then, and numbers: nothing that would tell one from the others. */
    private static boolean areMeasured(List<ColumnProfile> columns) {
        return columns.stream().anyMatch(SeriesSummary::isTimeline)
                && columns.stream()
                        .allMatch(column -> column.isConstant()
                                || isTimeline(column)
                                || column.holdsNumbers()
                                || column.isCategorical());
    }

    private static boolean isTimeline(ColumnProfile column) {
        return column.isSorted() && column.namesRecords();
    }

    /** Whether a column is summed up by series. */
    boolean covers(ColumnProfile column) {
        return column == series || measures.contains(column);
    }

    /** What the lines are about. */
    String heading() {
        StringJoiner names = new StringJoiner(" ", "by " + word(series) + ", lowest..highest: ", "");
        measures.forEach(column -> names.add(word(column)));
        return names.toString();
    }

    /** One line for each series with hidden rows, in the order of their names' first appearance. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Value name : series.counts().keySet()) {
            int[] rows =
                    hidden.stream().filter(row -> name.equals(series.at(row))).toArray();
            if (rows.length > 0) {
                StringJoiner cells = new StringJoiner(" ");
                cells.add(RowSummary.word(name) + "×" + rows.length);
                measures.forEach(column -> cells.add(range(column, rows)));
                lines.add(cells.toString());
            }
        }
        return lines;
    }

    /** Of rows with the same number, the first has the lowest and the last the highest. */
    private static String range(ColumnProfile column, int[] rows) {
        int lowest = -1;
        int highest = -1;
        for (int row : rows) {
            double number = column.number(row);
            if (!Double.isNaN(number)) {
                lowest = lowest < 0 || Double.compare(number, column.number(lowest)) < 0 ? row : lowest;
                highest = highest < 0 || Double.compare(number, column.number(highest)) >= 0 ? row : highest;
            }
        }
        if (lowest < 0) {
            return Literal.NULL.toJson();
        }
        String from = word(column, lowest);
        String to = word(column, highest);
        return from.equals(to) ? from : from + ".." + to;
    }

    private static String word(ColumnProfile column, int row) {
        return RowSummary.word(Objects.requireNonNull(column.at(row)));
    }

    private static String word(ColumnProfile column) {
        return RowSummary.word(new Text(column.name()));
    }
}
