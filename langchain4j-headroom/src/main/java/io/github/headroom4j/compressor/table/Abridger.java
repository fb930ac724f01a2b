package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leaves rows out of the long arrays of a document, and the middle out of long texts. What stays visible: rows that speak
 * of errors, outliers, rare categories, rows that the query names or that are near it, the first and last, and one of each
 * large group of similar rows. The rest leaves notes of where it is and a summary of what it held. Of rows that are a name
 * and a long text each, as a search finds them, all are shown, with excerpts of their texts.
 *
 * <p>Not thread-safe: one use per document. Linear but for sorting.
 */
public final class Abridger {

    /** Shorter arrays are shown whole: notes and summary would cost as much as the rows. */
    private static final int MIN_ROWS = 10;

    /** No record has so many members: an object of this size is a collection, whatever it holds. */
    private static final int MANY_MEMBERS = 100;

    /** If a larger share of the rows stays anyway, all do. */
    private static final double MAX_KEPT = 0.75;

    /**
     * Without a budget, rows are shown for this share of what all rows would cost as a table, which is a third to a half of
     * what they cost as JSON; header, notes and summary come on top.
     */
    private static final double SAFE_SHARE = 0.12;

    /**
     * The same of found rows at the price of what is near in them. What is sought is mostly among the first few; more of them
     * were not missed by any question that this was measured with, while 0.07 lost answers.
     */
    private static final double FOUND_SHARE = 0.08;

    /** Without a budget, so many rows are shown for no reason but place: enough to see what a usual row is like. */
    private static final int MAX_FILLERS = 16;

    /** The same of measurements whose summary tells of each series between which values it moves. */
    private static final int MAX_FILLERS_OF_SERIES = 4;

    /** Rows for so many tokens are always shown: below that, saving is not worth asking back. */
    private static final int MIN_TOKENS = 240;

    /** Of a list within a row that is shown, so many elements tell what it is like: the row is one of many already. */
    private static final int MAX_FILLERS_IN_ROW = 4;

    /** Elements for so many tokens are shown of a list within a row. */
    private static final int MIN_TOKENS_IN_ROW = 40;

    /** A note costs about as much as a row of this many characters; shorter gaps are filled. */
    private static final int NOTE_CHARS = 30;

    private final CompressionContext context;
    private final TokenBudget budget;
    private final long documentChars;
    private int kept;
    private int total;
    private boolean inRow;

    private Abridger(CompressionContext context, TokenBudget budget, long documentChars) {
        this.context = context;
        this.budget = budget;
        this.documentChars = documentChars;
    }

    /**
     * An abridged document.
     *
     * @param document with elided runs
     * @param kept how many rows of the abridged arrays are shown
     * @param total how many rows those arrays have
     */
    public record Abridged(Document document, int kept, int total) {}

    /**
     * Abridges.
     *
     * @param document the document
     * @param context query, counter and deadline
     * @param budget how small it shall become
     * @return the abridged document, or empty if nothing can be left out
     */
    public static Optional<Abridged> abridge(Document document, CompressionContext context, TokenBudget budget) {
        // Only a limit is shared among arrays by their length.
        long chars = budget.bounded() ? document.root().toJson().length() : 1;
        Abridger abridger = new Abridger(context, budget, Math.max(1, chars));
        Value root = abridger.abridge(document.root());
        return root.equals(document.root())
                ? Optional.empty()
                : Optional.of(new Abridged(
                        new Document(root, document.lines()), abridger.kept, Math.max(abridger.kept, abridger.total)));
    }

    private Value abridge(Value value) {
        if (value instanceof Items items) {
            return items.elements().size() < MIN_ROWS ? each(items) : rows(items);
        }
        if (value instanceof Members members) {
            return isCollection(members) ? rows(members) : each(members);
        }
        return value instanceof Text text ? new Text(TextShortener.shorten(text.text())) : value;
    }

    /** Whether an object is a map of many things rather than one thing with many sides. */
    private boolean isCollection(Members members) {
        int size = members.names().size();
        return size >= MANY_MEMBERS
                || (size >= MIN_ROWS
                        && members.values().stream().allMatch(Members.class::isInstance)
                        && Grid.of(members.values(), null, context.pace()) != null);
    }

    private Items each(Items items) {
        return new Items(items.elements().stream().map(this::abridge).toList());
    }

    private Members each(Members members) {
        return new Members(
                members.names(), members.values().stream().map(this::abridge).toList());
    }

    private Value rows(Items items) {
        List<Value> shown = choose(items.elements(), null);
        return new Items(shown);
    }

    private Value rows(Members members) {
        List<Value> shown = choose(members.values(), members.names());
        List<String> names = new ArrayList<>();
        int at = 0;
        for (Value value : shown) {
            boolean run = value instanceof Elided;
            names.add(run ? "" : members.names().get(at));
            at += value instanceof Elided elided ? elided.last() - elided.first() + 1 : 1;
        }
        return new Members(names, shown);
    }

    private List<Value> choose(List<Value> values, @Nullable List<String> keys) {
        RowChooser chooser = new RowChooser(values, keys, context);
        Optional<TextRows> texts = budget.bounded() || inRow ? Optional.empty() : TextRows.of(values, context);
        Optional<List<Value>> all = texts.flatMap(found -> found.all(chooser));
        if (all.isPresent()) {
            kept += values.size();
            total += values.size();
            return all.get();
        }
        List<Value> shortened = texts.map(TextRows::nearest).orElse(values);
        RowChooser priced = texts.isPresent() ? chooser.priced(new RowChooser(shortened, keys, context)) : chooser;
        BitSet shown = choose(values, priced, keys != null);
        if (shown.cardinality() > values.size() * MAX_KEPT) {
            kept += values.size();
            return values.stream().map(this::inRow).toList();
        }
        kept += shown.cardinality();
        BitSet hidden = new BitSet();
        hidden.set(0, values.size());
        hidden.andNot(shown);
        List<Value> rows = new ArrayList<>(shortened);
        priced.nearest().stream().forEach(row -> rows.set(row, values.get(row)));
        return withRuns(rows, hidden, priced);
    }

    private BitSet choose(List<Value> values, RowChooser chooser, boolean named) {
        BitSet shown = chooser.choose(share(values, chooser), fillers(values, chooser));
        fillSmallGaps(values, shown, named);
        total += values.size();
        return shown;
    }

    private int fillers(List<Value> values, RowChooser chooser) {
        if (budget.bounded()) {
            return values.size();
        }
        return inRow ? MAX_FILLERS_IN_ROW : chooser.isOfSeries() ? MAX_FILLERS_OF_SERIES : MAX_FILLERS;
    }

    private TokenBudget share(List<Value> values, RowChooser chooser) {
        if (!budget.bounded()) {
            int tokens = (int) (chooser.tokens() * (chooser.isPriced() ? FOUND_SHARE : SAFE_SHARE));
            return TokenBudget.tokens(Math.max(inRow ? MIN_TOKENS_IN_ROW : MIN_TOKENS, tokens));
        }
        long limit = (long) (budget.limit() * (double) chars(values) / documentChars);
        return TokenBudget.tokens((int) Math.max(1, limit));
    }

    private static long chars(List<Value> values) {
        return values.stream().mapToLong(value -> value.toJson().length()).sum();
    }

    /** Of a map, no member is left out alone: a note of one number could be taken for a member of that name. */
    private static void fillSmallGaps(List<Value> values, BitSet shown, boolean named) {
        for (int from = shown.nextClearBit(0); from < values.size(); from = shown.nextClearBit(from)) {
            int next = shown.nextSetBit(from);
            int to = next < 0 ? values.size() : next;
            if ((named && to - from == 1) || isSmall(values.subList(from, to))) {
                shown.set(from, to);
            }
            from = to;
        }
    }

    private static boolean isSmall(List<Value> values) {
        int chars = 0;
        for (int i = 0; i < values.size() && chars <= NOTE_CHARS; i++) {
            chars += values.get(i).toJson().length();
        }
        return chars <= NOTE_CHARS;
    }

    private List<Value> withRuns(List<Value> values, BitSet hidden, RowChooser chooser) {
        List<Value> result = new ArrayList<>();
        List<String> unsaid = RowSummary.of(chooser.columns(), hidden, chooser.isPriced());
        for (int row = 0; row < values.size(); row++) {
            if (hidden.get(row)) {
                int last = Math.min(values.size(), hidden.nextClearBit(row)) - 1;
                result.add(new Elided(row, last, unsaid));
                unsaid = List.of();
                row = last;
            } else {
                result.add(chooser.nearest().get(row) ? values.get(row) : inRow(values.get(row)));
            }
        }
        return result;
    }

    private Value inRow(Value row) {
        boolean before = inRow;
        inRow = true;
        Value abridged = abridge(row);
        inRow = before;
        return abridged;
    }
}
