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

    /** So many of the rows have one: some functions are short. */
    private static final double MIN_ROWS_WITH_TEXT = 0.5;

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
    private final Excerpts excerpts;

    private TextRows(List<Value> rows, CompressionContext context) {
        this.rows = rows;
        this.context = context;
        excerpts = Excerpts.of(rows, QueryRelevance.to(context), context.counter());
    }

    /**
     * Rows of an array, if they are of this kind.
     *
     * @param rows all of them
     * @param context query and counter
     * @return empty if nothing is asked, or if most rows have no long text or no name
     */
    static Optional<TextRows> of(List<Value> rows, CompressionContext context) {
        long withText = rows.stream().filter(row -> Length.of(row).ofLong > 0).count();
        boolean found = rows.size() <= MAX_ROWS
                && withText >= rows.size() * MIN_ROWS_WITH_TEXT
                && haveNames(rows)
                && QueryRelevance.to(context.query()).isPresent();
        return found ? Optional.of(new TextRows(rows, context)) : Optional.empty();
    }

    /** All rows with excerpts of their texts, each as if it was shown for being near. */
    List<Value> nearest() {
        return rows.stream().map(excerpts::nearest).toList();
    }

    /** Whether there is little but names and long texts. */
    private boolean areTexts() {
        Length all = new Length();
        rows.forEach(all::add);
        return all.ofLong >= all.total * MIN_TEXT_SHARE;
    }

    /**
     * All rows, most of them without their texts.
     *
     * @param chooser knows what they cost and how near they are
     * @return as many rows; empty if there is more to them than names and texts, or if their names alone would cost too much
     */
    Optional<List<Value>> all(RowChooser chooser) {
        return areTexts() ? shorten(chooser) : Optional.empty();
    }

    private Optional<List<Value>> shorten(RowChooser chooser) {
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

    /** Whether each row has a text that no other row has. Numbers alone name nothing. */
    private static boolean haveNames(List<Value> rows) {
        Map<String, Integer> times = new HashMap<>();
        List<List<String>> labels = rows.stream()
                .map(row -> Excerpts.labels(row)
                        .filter(label -> label.chars().anyMatch(Character::isLetter))
                        .distinct()
                        .toList())
                .toList();
        labels.forEach(row -> row.forEach(label -> times.merge(label, 1, Integer::sum)));
        return labels.stream().allMatch(row -> row.stream().anyMatch(label -> times.getOrDefault(label, 0) == 1));
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

        private static Length of(Value value) {
            Length length = new Length();
            length.add(value);
            return length;
        }

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
