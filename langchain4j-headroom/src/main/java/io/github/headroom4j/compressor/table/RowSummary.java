package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what rows that are not shown hold: how many of each category, the range and middle of each measure. */
final class RowSummary {

    /** More columns are not summed up: a summary must stay small beside the rows that are shown. */
    private static final int MAX_COLUMNS = 24;

    /** So few sorted values are states that follow each other; more are a timeline, whose ends are rows that are shown. */
    private static final int FEW = 5;

    /** Of enumerations too long to list, the most frequent values. */
    private static final int LISTED_OF_MANY = 4;

    private final BitSet hidden;
    private final boolean found;

    private RowSummary(BitSet hidden, boolean found) {
        this.hidden = hidden;
        this.found = found;
    }

    /**
     * Sums up.
     *
     * @param columns all columns
     * @param hidden the rows that are not shown, not empty
     * @param found whether the rows are what a search found: then the names of the others, which are far from the query,
     *     tell nothing that is worth their price
     * @return one line, of series one more for each, or none if there is nothing to say
     */
    static List<String> of(List<ColumnProfile> columns, BitSet hidden, boolean found) {
        RowSummary summary = new RowSummary(hidden, found);
        Optional<SeriesSummary> series = SeriesSummary.of(columns, hidden);
        List<String> parts = new ArrayList<>();
        for (ColumnProfile column : columns) {
            boolean said = series.isPresent() && series.get().covers(column);
            String part = said || parts.size() >= MAX_COLUMNS ? "" : summary.sumUp(column);
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        series.ifPresent(one -> parts.add(one.heading()));
        List<String> lines = new ArrayList<>();
        if (!parts.isEmpty()) {
            lines.add("in the " + hidden.cardinality() + " rows not shown: " + String.join("; ", parts));
        }
        series.ifPresent(one -> lines.addAll(one.lines()));
        return lines;
    }

    private String sumUp(ColumnProfile column) {
        boolean timeline = column.isSorted() && column.different() > FEW;
        if (column.isConstant() || (timeline && !column.isMeasure())) {
            return "";
        }
        String said = "";
        if (column.isMeasure()) {
            said = range(column);
        } else if (column.isCategorical()) {
            said = categories(column, ColumnProfile.MAX_CATEGORIES);
        } else if (!found && column.holdsLabels() && column.different() * 2 <= column.present()) {
            said = categories(column, LISTED_OF_MANY);
        }
        return said.isEmpty() ? "" : word(new Text(column.name())) + " " + said;
    }

    private String categories(ColumnProfile column, int listed) {
        Map<Value, Integer> counts = new LinkedHashMap<>();
        hidden.stream()
                .mapToObj(column::at)
                .filter(Objects::nonNull)
                .forEach(value -> counts.merge(value, 1, Integer::sum));
        List<Map.Entry<Value, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Comparator.comparingInt((Map.Entry<Value, Integer> entry) -> -entry.getValue()));
        boolean all = entries.size() <= listed;
        String list = entries.stream()
                .limit(listed)
                .map(entry -> word(entry.getKey()) + "×" + entry.getValue())
                .collect(Collectors.joining(" "));
        return all ? list : "has " + entries.size() + " values, most often " + list;
    }

    private String range(ColumnProfile column) {
        double[] sorted = hidden.stream()
                .mapToDouble(column::number)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return "none";
        }
        int middle = sorted.length / 2;
        int equalBefore = middle;
        while (equalBefore > 0 && Double.compare(sorted[equalBefore - 1], sorted[middle]) == 0) {
            equalBefore--;
        }
        String lowest = word(column, sorted[0], 0);
        String highest = word(column, sorted[sorted.length - 1], Integer.MAX_VALUE);
        return lowest + ".." + highest + " median " + word(column, sorted[middle], middle - equalBefore);
    }

    /** How a number is written in one of the rows that hold it, by their order; in the last one if there are fewer. */
    private String word(ColumnProfile column, double number, int holder) {
        int found = -1;
        int before = holder;
        for (int row = hidden.nextSetBit(0); row >= 0 && before >= 0; row = hidden.nextSetBit(row + 1)) {
            if (Double.compare(column.number(row), number) == 0) {
                found = row;
                before--;
            }
        }
        return word(Objects.requireNonNull(column.at(found)));
    }

    static String word(Value value) {
        StringBuilder word = new StringBuilder();
        NestedWriter.write(value, word);
        return word.toString();
    }
}
