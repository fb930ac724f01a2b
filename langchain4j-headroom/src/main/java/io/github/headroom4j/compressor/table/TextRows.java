package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a search has found, as rows that hold little but a name and a text of several lines each: functions, snippets,
 * pages. Any of them may be what is sought, and to name it costs little, so no row is left out. Of the texts of rows near the query,
 * their beginning and what is nearest to the query is shown.
 */
final class TextRows {

    /** Long texts make up at least so much of the rows. */
    private static final double MIN_TEXT_SHARE = 0.7;

    /** So many of the rows have one. */
    private static final double MIN_ROWS_WITH_TEXT = 0.8;

    /** More are no search's answer, and even their names would be too long. */
    private static final int MAX_ROWS = 100;

    /** Rows without their texts may cost this share of what they cost as a table, */
    private static final double NAMES_SHARE = 0.15;

    /** and always so many tokens. */
    private static final int MIN_NAMES_TOKENS = 240;

    /** Texts near the query may cost this share, */
    private static final double NEAR_SHARE = 0.06;

    /** and always so many tokens: three of them. */
    private static final int MIN_NEAR_TOKENS = 90;

    /** Beyond ten hits a reader rather asks again. */
    private static final int MAX_NEAR = 10;

    private final List<Value> rows;
    private final CompressionContext context;

    private TextRows(List<Value> rows, CompressionContext context) {
        this.rows = rows;
        this.context = context;
    }

    /**
     * The rows with their long texts shortened.
     *
     * @param rows all rows of an array
     * @param chooser knows what they cost and how near they are
     * @param context query and counter
     * @return as many rows; empty if they are of another kind, or if their names alone would cost too much
     */
    static Optional<List<Value>> shorten(List<Value> rows, RowChooser chooser, CompressionContext context) {
        TextRows texts = new TextRows(rows, context);
        return texts.isFound() ? texts.shorten(chooser) : Optional.empty();
    }

    private boolean isFound() {
        if (rows.size() > MAX_ROWS || !QueryRelevance.to(context.query()).isPresent()) {
            return false;
        }
        Length all = new Length();
        int withText = 0;
        for (Value row : rows) {
            long before = all.ofLong;
            all.add(row);
            withText += row instanceof Members && all.ofLong > before ? 1 : 0;
        }
        return all.ofLong >= all.total * MIN_TEXT_SHARE && withText >= rows.size() * MIN_ROWS_WITH_TEXT && haveNames();
    }

    private Optional<List<Value>> shorten(RowChooser chooser) {
        Excerpts excerpts = Excerpts.of(rows, QueryRelevance.to(context.query()), context.counter());
        context.checkDeadline();
        List<Value> shown = new ArrayList<>(rows.stream().map(excerpts::without).toList());
        long all = chooser.tokens();
        if (new RowChooser(shown, null, context).tokens() > Math.max(MIN_NAMES_TOKENS, all * NAMES_SHARE)) {
            return Optional.empty();
        }
        BitSet called = chooser.named();
        long left = Math.max(MIN_NEAR_TOKENS, (long) (all * NEAR_SHARE));
        for (int row : byWorth(chooser.worth(), called)) {
            Value near = excerpts.nearest(rows.get(row));
            int more = tokens(near) - tokens(shown.get(row));
            // What the query calls by name is shown whatever it costs.
            if (more <= left || called.get(row)) {
                left -= more;
                shown.set(row, near);
            }
        }
        return Optional.of(shown);
    }

    /** Whether each row has a text that no other row has. */
    private boolean haveNames() {
        Map<String, Integer> times = new HashMap<>();
        List<List<String>> labels = rows.stream().map(TextRows::labels).toList();
        labels.forEach(row -> row.forEach(label -> times.merge(label, 1, Integer::sum)));
        return labels.stream().allMatch(row -> row.stream().anyMatch(label -> times.getOrDefault(label, 0) == 1));
    }

    /** Short texts of the row and of the objects in it. Numbers alone name nothing. */
    private static List<String> labels(Value value) {
        if (value instanceof Members members) {
            return members.values().stream()
                    .flatMap(member -> labels(member).stream())
                    .distinct()
                    .toList();
        }
        boolean label = value instanceof Text text
                && !Excerpts.isLong(text.text())
                && text.text().chars().anyMatch(Character::isLetter);
        return label ? List.of(((Text) value).text()) : List.of();
    }

    /** The rows near the query, the nearest first, and before them those that it names. */
    private int[] byWorth(double[] worth, BitSet called) {
        return IntStream.range(0, rows.size())
                .filter(row -> worth[row] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> !called.get(row)).thenComparing(row -> -worth[row]))
                .limit(Math.max(MAX_NEAR, called.cardinality()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int tokens(Value row) {
        return context.counter().count(row.toJson());
    }

    /** Characters of scalars, without the names of members. */
    private static final class Length {

        private long total;
        private long ofLong;

        private void add(Value value) {
            if (value instanceof Members members) {
                members.values().forEach(this::add);
            } else if (value instanceof Items items) {
                items.elements().forEach(this::add);
            } else if (value instanceof Text text) {
                total += text.text().length();
                ofLong += Excerpts.isLong(text.text()) ? text.text().length() : 0;
            } else if (!(value instanceof Elided)) {
                total += value.toJson().length();
            }
        }
    }
}
