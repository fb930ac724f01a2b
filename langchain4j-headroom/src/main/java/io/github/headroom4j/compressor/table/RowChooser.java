package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Segments;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import io.github.headroom4j.token.TokenBudget;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Chooses which rows of one array are shown. */
final class RowChooser {

    /** Rows near the query, at most. Beyond ten hits a reader rather asks again. */
    private static final int MAX_NEAR = 10;

    /** The same of measurements: all of a minute that is asked for are equally near, and say the same. */
    private static final int MAX_NEAR_OF_SERIES = 2;

    /** Rows at least so near the query, measured by the nearest, are shown whole. */
    private static final double NEAREST = 0.5;

    /** Where what is near in a row is shown at a smaller price, only so many are shown whole. */
    private static final int MAX_WHOLE = 3;

    /** Rows that stand for others like them, at most. */
    private static final int MAX_REPRESENTATIVES = 4;

    /** Longer texts are not names. Characters. */
    private static final int MAX_NAME_CHARS = 200;

    /** Rows from the start: lists are often sorted by what matters. */
    private static final int LEADING = 3;

    private static final double REPRESENTATIVE_SCORE = 0.3;
    private static final double LEADING_SCORE = 0.2;

    /** Every row is worth its place if there is place; these come after all that have a reason. */
    private static final double FILLER_SCORE = 0.01;

    /** Rows of one shape. */
    private static final class Cluster {

        private final int first;
        private int size;

        Cluster(int first) {
            this.first = first;
        }
    }

    private final int rows;
    private final TablePlan plan;
    private final List<ColumnProfile> columns;
    private final @Nullable ColumnProfile series;
    private final Segments texts;
    private final int[] costs;
    private final BitSet nearest = new BitSet();
    private final CompressionContext context;
    private final QueryRelevance relevance;
    private final boolean priced;

    RowChooser(List<Value> rows, @Nullable List<String> keys, CompressionContext context) {
        this(TablePlan.ofAny(rows, keys, context.pace()), context);
    }

    RowChooser(TablePlan plan, CompressionContext context) {
        this.context = context;
        relevance = QueryRelevance.to(context);
        priced = false;
        this.plan = plan;
        rows = plan.grid().rows();
        columns = ColumnProfile.of(plan.grid());
        series = SeriesSummary.of(columns, new BitSet()).isPresent() ? Outliers.series(columns) : null;
        texts = texts();
        context.checkDeadline();
        costs = costs();
    }

    private RowChooser(RowChooser rows, int[] costs) {
        this.context = rows.context;
        this.relevance = rows.relevance;
        this.plan = rows.plan;
        this.rows = rows.rows;
        this.columns = rows.columns;
        this.series = rows.series;
        this.texts = rows.texts;
        this.costs = costs;
        this.priced = true;
    }

    /** Chooses by what these rows say, and by what others cost that are shown in their place. */
    RowChooser priced(RowChooser inTheirPlace) {
        return new RowChooser(this, inTheirPlace.costs);
    }

    /** Whether other rows are shown in place of these. */
    boolean isPriced() {
        return priced;
    }

    /** What each row costs as a row of a table. */
    private int[] costs() {
        int[] tokens = new int[rows];
        StringBuilder line = new StringBuilder();
        RowWriter writer = RowWriter.ofLines(plan, line);
        for (int row = 0; row < tokens.length; row++) {
            line.setLength(0);
            writer.write(row);
            tokens[row] = context.counter().count(line.append('\n').toString());
        }
        return tokens;
    }

    /** The rows so near the query that nothing is left out of them; known once rows were chosen. */
    BitSet nearest() {
        return nearest;
    }

    /** What all rows cost as a table. */
    long tokens() {
        return Arrays.stream(costs).asLongStream().sum();
    }

    /** What the rows of a half-open range cost. */
    long tokens(int from, int to) {
        return Arrays.stream(costs, from, to).asLongStream().sum();
    }

    List<ColumnProfile> columns() {
        return columns;
    }

    /** Whether the rows are measurements of several series, of which a summary tells between which values each moves. */
    boolean isOfSeries() {
        return series != null;
    }

    /** What tells a row from the others: the cells of columns that differ. */
    private Segments texts() {
        return cells(column -> !column.isConstant());
    }

    /**
     * What of it a query may ask for. One that names a series names none of its rows, and a number that it has in common with
     * a measurement is chance: "since 22:14" asks for no row with 22 threads.
     */
    private Segments askedTexts() {
        return cells(column -> !column.isConstant() && column != series && !column.holdsNumbers());
    }

    private Segments cells(Predicate<ColumnProfile> tells) {
        List<ColumnProfile> telling = columns.stream().filter(tells).toList();
        return new Segments() {
            @Override
            public int size() {
                return rows;
            }

            @Override
            public void forEachPiece(int row, Consumer<? super CharSequence> action) {
                for (ColumnProfile column : telling) {
                    Value value = column.at(row);
                    if (value instanceof Text text) {
                        action.accept(text.text());
                    } else if (value != null && !Literal.NULL.equals(value)) {
                        action.accept(value.toJson());
                    }
                }
            }
        };
    }

    /**
     * Chooses.
     *
     * @param budget for the rows of this array, bounded
     * @param fillers how many rows may be shown for no other reason than that there is place
     */
    BitSet choose(TokenBudget budget, int fillers) {
        BitSet vital = VitalRows.of(plan, columns);
        vital.set(0);
        vital.set(rows - 1);
        vital.or(named());
        double[] scores = near(worth(), fillers);
        addRepresentatives(scores);
        for (int row = 0; row < LEADING; row++) {
            scores[row] += LEADING_SCORE;
        }
        return SegmentSelector.choose(new Candidates(scores, costs, vital), budget);
    }

    /** The rows that hold an identifier which the query names. */
    BitSet named() {
        BitSet named = new BitSet();
        Arrays.stream(relevance.naming(texts)).forEach(named::set);
        return named;
    }

    /** Relevance of each row, up to doubled where the query spells out a name that the row bears. */
    double[] worth() {
        double[] worth = relevance.score(isOfSeries() ? askedTexts() : texts);
        for (int row = 0; row < worth.length; row++) {
            worth[row] *= worth[row] > 0 ? 1 + nameShare(row) : 1;
        }
        return worth;
    }

    private double nameShare(int row) {
        double share = 0;
        for (ColumnProfile column : columns) {
            if (!column.isConstant()
                    && column.at(row) instanceof Text text
                    && text.text().length() <= MAX_NAME_CHARS) {
                share = Math.max(share, relevance.shareOf(lastName(text.text())));
            }
        }
        return share;
    }

    /** The name that a path, a symbol or a signature ends with: {@code isBlank} of {@code Text#isBlank(String)}. */
    private static String lastName(String text) {
        int parameters = text.indexOf('(');
        int end = parameters < 0 ? text.length() : parameters;
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /** Relevance to the query in [0, 1], squared, so that near rows stand out from those that share a common word. */
    private double[] near(double[] relevance, int fillers) {
        double best = Arrays.stream(relevance).max().orElse(0);
        double[] scores = new double[relevance.length];
        int[] byRelevance = IntStream.range(0, relevance.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -relevance[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < byRelevance.length; rank++) {
            int row = byRelevance[rank];
            double share = best > 0 ? relevance[row] / best : 0;
            boolean near = rank < (series == null ? MAX_NEAR : MAX_NEAR_OF_SERIES) && share > 0;
            nearest.set(row, near && share >= NEAREST && rank < (priced ? MAX_WHOLE : MAX_NEAR));
            scores[row] = (near ? share * share : 0) + (rank < fillers ? FILLER_SCORE * (1 + share) : 0);
        }
        return scores;
    }

    private void addRepresentatives(double[] scores) {
        Map<String, Cluster> clusters = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            int first = row;
            clusters.computeIfAbsent(shape(row), shape -> new Cluster(first)).size++;
        }
        clusters.values().stream()
                .filter(cluster -> cluster.size > 1)
                .sorted(Comparator.comparingInt((Cluster cluster) -> -cluster.size))
                .limit(MAX_REPRESENTATIVES)
                .forEach(cluster -> scores[cluster.first] += REPRESENTATIVE_SCORE * cluster.size / rows);
    }

    /** What rows of one kind share: their categories, and their other texts without digits. */
    private String shape(int row) {
        StringBuilder shape = new StringBuilder();
        for (ColumnProfile column : columns) {
            Value value = column.at(row);
            if (value instanceof Text text && !column.isConstant()) {
                shape.append(column.isCategorical() ? text.text() : letters(text.text()));
            }
            shape.append('|');
        }
        return shape.toString();
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters.append(Character.isDigit(c) ? '0' : c);
        }
        return letters.toString();
    }
}
