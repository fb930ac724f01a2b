package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.ErrorSignals;
import io.github.headroom4j.compressor.table.TablePlan.Inner;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that are shown whatever they cost: rows that speak of an error, outliers, rare categories, rows of rare shape.
 * Each kind is capped; what is beyond the cap is of a kind that is shown, and is counted in the summary.
 */
final class VitalRows {

    /** Rows that speak of errors are all shown up to here; of more, the first of each kind and the last. */
    private static final int MAX_ERROR_ROWS = 12;

    private static final int MAX_ERROR_KINDS = 20;

    /** A category is rare if it has at most this share of the rows, or one row. */
    private static final double RARE = 0.01;

    /** Of one column, so many rare rows are shown; a column with more has a long tail, and none of it is news. */
    private static final int MAX_RARE_ROWS = 4;

    /** Rare rows of all columns; wide tables have something rare in every row. */
    private static final int MAX_RARE_IN_ALL = 8;

    /** Characters by which kinds of errors are told apart. */
    private static final int KIND_LENGTH = 80;

    /** Names of columns whose numbers are codes of success or failure. */
    private static final Set<String> STATUS = Set.of("status", "code", "statuscode");

    private static final Set<String> EXIT = Set.of("exit", "exitcode", "returncode", "rc");
    private static final Set<String> GOOD = Set.of("ok", "success", "successful", "passed", "healthy");
    private static final Set<String> BAD = Set.of("failed", "failure", "error", "unhealthy", "crashed");

    private final List<ColumnProfile> columns;
    private final List<Sign> signs;
    private final int size;
    private final BitSet rows = new BitSet();

    /** By what a cell of a column speaks of an error. */
    private record Sign(boolean label, boolean good, boolean bad, boolean exit, boolean status) {
        static Sign of(ColumnProfile column) {
            List<String> words = column.words();
            return new Sign(
                    column.holdsLabels() && !column.isConstant(),
                    words.stream().anyMatch(GOOD::contains),
                    words.stream().anyMatch(BAD::contains),
                    words.stream().anyMatch(EXIT::contains),
                    words.stream().anyMatch(STATUS::contains));
        }

        boolean isIn(Value value, double number) {
            if (value instanceof Text text) {
                return label && ErrorSignals.speaksOfError(text.text());
            }
            if (!(value instanceof Literal literal)) {
                return false;
            }
            return switch (literal.lexeme()) {
                case "false" -> good;
                case "true" -> bad;
                default -> isErrorCode(number);
            };
        }

        private boolean isErrorCode(double number) {
            return !Double.isNaN(number) && ((exit && number != 0) || (status && number >= 500 && number < 600));
        }
    }

    private VitalRows(List<ColumnProfile> columns, int size) {
        this.columns = columns;
        this.size = size;
        signs = columns.stream().map(Sign::of).toList();
    }

    /** Vital rows of a table, and those that hold a vital row of a table within a column. */
    static BitSet of(TablePlan plan, List<ColumnProfile> columns) {
        Grid grid = plan.grid();
        BitSet vital = of(columns, grid.rows());
        for (Field leaf : grid.layout().leaves()) {
            Inner inner = plan.inner(leaf);
            if (inner != null) {
                of(inner.plan(), ColumnProfile.of(inner.plan().grid())).stream()
                        .map(inner::holder)
                        .forEach(vital::set);
            }
        }
        return vital;
    }

    private static BitSet of(List<ColumnProfile> columns, int size) {
        VitalRows vital = new VitalRows(columns, size);
        vital.addErrors();
        vital.addRare();
        vital.rows.or(Outliers.of(columns));
        return vital.rows;
    }

    private void addErrors() {
        Map<String, List<Integer>> kinds = new LinkedHashMap<>();
        int found = 0;
        for (int row = 0; row < size; row++) {
            String kind = errorKind(row);
            if (!kind.isEmpty()) {
                kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(row);
                found++;
            }
        }
        boolean all = found <= MAX_ERROR_ROWS;
        int shown = 0;
        for (List<Integer> sameKind : kinds.values()) {
            if (all) {
                sameKind.forEach(rows::set);
            } else if (shown++ < MAX_ERROR_KINDS) {
                rows.set(sameKind.get(0));
                rows.set(sameKind.get(sameKind.size() - 1));
            }
        }
    }

    private String errorKind(int row) {
        StringBuilder kind = new StringBuilder(0);
        for (int i = 0; i < signs.size(); i++) {
            ColumnProfile column = columns.get(i);
            Value value = column.at(row);
            if (value != null && signs.get(i).isIn(value, column.number(row))) {
                kind.append(column.name()).append('=').append(masked(value)).append(' ');
            }
        }
        return kind.toString();
    }

    private static String masked(Value value) {
        String text = value.toJson();
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < text.length() && i < KIND_LENGTH; i++) {
            masked.append(Character.isDigit(text.charAt(i)) ? '0' : text.charAt(i));
        }
        return masked.toString();
    }

    private void addRare() {
        double limit = Math.max(1, size * RARE);
        // What is unusual among the numbers of a series, Outliers finds.
        boolean series = Outliers.series(columns) != null;
        BitSet all = new BitSet();
        for (ColumnProfile column : columns) {
            BitSet rare = new BitSet();
            boolean categories = column.isCategorical() && !(series && column.holdsNumbers());
            for (int row = 0; row < size; row++) {
                Value value = column.at(row);
                boolean rareValue =
                        value != null && categories && column.counts().getOrDefault(value, 0) <= limit;
                if (rareValue || (value != null && column.present() <= limit)) {
                    rare.set(row);
                }
            }
            rare.or(all);
            if (rare.cardinality() <= Math.min(MAX_RARE_IN_ALL, all.cardinality() + MAX_RARE_ROWS)) {
                all = rare;
            }
        }
        rows.or(all);
    }
}
