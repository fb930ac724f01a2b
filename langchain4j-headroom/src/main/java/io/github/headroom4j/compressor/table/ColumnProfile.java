package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.Terms;
import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a column of a grid holds, to judge which of its rows stand out and how to sum them up. */
final class ColumnProfile {

    /** So many different values make an enumeration that can be listed whole. */
    static final int MAX_CATEGORIES = 20;

    /** Each category must occur so often on average, or it tells single rows apart. */
    private static final int MIN_ROWS_PER_CATEGORY = 3;

    /** Texts that are longer on average are prose, in which a word like "error" says little. */
    private static final int MAX_LABEL_LENGTH = 48;

    /** Numbers with fewer different values are codes or flags. */
    private static final int MIN_MEASURED = 5;

    /** Words in names of columns whose numbers name or place a record and do not measure it. */
    private static final Set<String> NAMING = Set.of(
            "id",
            "ids",
            "number",
            "no",
            "line",
            "row",
            "index",
            "idx",
            "port",
            "pid",
            "year",
            "lat",
            "lon",
            "lng",
            "time",
            "timestamp",
            "ts",
            "date",
            "epoch",
            "offset",
            "start",
            "end",
            "version",
            "uid",
            "gid",
            "zip");

    private final Grid grid;
    private final Field leaf;
    private final String name;
    private final List<String> words;
    private final double[] numberOf;
    private final Map<Value, Integer> counts;
    private final int different;
    private final boolean categorical;
    private int nulls;
    private int present;
    private int numbers;
    private long textLength;
    private int texts;

    ColumnProfile(Grid grid, Field leaf) {
        this.grid = grid;
        this.leaf = leaf;
        this.name = path(leaf);
        words = Terms.of(leaf.name());
        numberOf = new double[grid.rows()];
        Map<Value, Integer> all = new LinkedHashMap<>();
        int enough = Math.max(MAX_CATEGORIES, grid.rows() / 2);
        for (int row = 0; row < numberOf.length; row++) {
            Value value = grid.at(leaf, row);
            numberOf[row] = numberOf(value);
            if (value != null) {
                present++;
                nulls += Literal.NULL.equals(value) ? 1 : 0;
                if (all.size() <= enough) {
                    all.merge(value, 1, Integer::sum);
                }
                numbers += Double.isNaN(numberOf[row]) ? 0 : 1;
                textLength += value instanceof Text text ? text.text().length() : 0;
                texts += value instanceof Text ? 1 : 0;
            }
        }
        different = all.size();
        categorical = different > 1
                && different <= MAX_CATEGORIES
                && different * MIN_ROWS_PER_CATEGORY <= present
                && all.keySet().stream().allMatch(ColumnProfile::isLabel);
        // Of other columns nobody asks for them, and they may be as many as the rows.
        counts = categorical ? Collections.unmodifiableMap(all) : Map.of();
    }

    /** The profiles of all columns. */
    static List<ColumnProfile> of(Grid grid) {
        return grid.layout().leaves().stream()
                .map(leaf -> new ColumnProfile(grid, leaf))
                .toList();
    }

    private static String path(Field leaf) {
        if (leaf.kind() == Kind.KEY) {
            return "name";
        }
        StringBuilder path = new StringBuilder(leaf.kind() == Kind.SELF ? "value" : leaf.name());
        for (Field step = leaf.parent(); step != null && step.parent() != null; step = step.parent()) {
            path.insert(0, '.').insert(0, step.name());
        }
        return path.toString();
    }

    String name() {
        return name;
    }

    /** The terms of the column's own name. */
    List<String> words() {
        return words;
    }

    @Nullable
    Value at(int row) {
        return grid.at(leaf, row);
    }

    /** Steps as cells are read. */
    Pace pace() {
        return grid.pace();
    }

    int rows() {
        return grid.rows();
    }

    int present() {
        return present;
    }

    /** Of a categorical column the number of rows by value, in order of first appearance; of others nothing. */
    Map<Value, Integer> counts() {
        return counts;
    }

    /** How many different values it holds; counted until they are more than those of half the rows, or than any categories. */
    int different() {
        return different;
    }

    boolean isConstant() {
        return different == 1 && present == grid.rows();
    }

    /** Whether few values, none of them long, share the rows among them. */
    boolean isCategorical() {
        return categorical;
    }

    /** Whether its texts are short enough to be states rather than prose. */
    boolean holdsLabels() {
        return texts > 0 && textLength <= (long) MAX_LABEL_LENGTH * texts;
    }

    /** Whether its numbers measure something. */
    boolean isMeasure() {
        return numbers * 10 >= present * 9 && different >= MIN_MEASURED && !namesRecords();
    }

    /** Whether it holds numbers, and nothing else but what says that there is none. */
    boolean holdsNumbers() {
        return numbers > 0 && numbers + nulls == present;
    }

    /** Whether its texts only rise or only fall from row to row, as those of a timeline do. */
    boolean isSorted() {
        int rises = 0;
        int falls = 0;
        String before = null;
        for (int row = 0; row < grid.rows(); row++) {
            if (at(row) instanceof Text text) {
                int step = before == null ? 0 : text.text().compareTo(before);
                rises += step > 0 ? 1 : 0;
                falls += step < 0 ? 1 : 0;
                before = text.text();
            }
        }
        return texts == present && rises + falls > 0 && (rises == 0 || falls == 0);
    }

    /** Whether its values place or name a record, by the column's name. */
    boolean namesRecords() {
        return words.stream().anyMatch(NAMING::contains);
    }

    /** The number in a row, or NaN. */
    double number(int row) {
        return numberOf[row];
    }

    /** The number that a value is, or NaN. */
    static double numberOf(@Nullable Value value) {
        if (value instanceof Literal literal && literal.isNumber()) {
            double number = Double.parseDouble(literal.lexeme());
            return Double.isInfinite(number) ? Double.NaN : number;
        }
        return Double.NaN;
    }

    private static boolean isLabel(Value value) {
        return value instanceof Literal
                || (value instanceof Text text && text.text().length() <= MAX_LABEL_LENGTH);
    }
}
