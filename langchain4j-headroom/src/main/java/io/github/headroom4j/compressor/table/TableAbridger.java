package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.table.Table.Abridged;
import io.github.headroom4j.compressor.table.Table.RowNotes;
import io.github.headroom4j.compressor.table.Value.Text;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leaves rows out of a table. What {@link Abridger} is for documents. */
final class TableAbridger {

    /** Shorter tables are shown whole: notes and summary would cost as much as the rows. */
    private static final int MIN_ROWS = 10;

    /** If a larger share of the rows stays anyway, all do. */
    private static final double MAX_KEPT = 0.75;

    /**
     * Without a budget, rows are shown for this share of what all rows would cost; header, notes and summary come on top.
     * Less than {@link Abridger} shows, since delimited text is about half as long as JSON to begin with.
     */
    private static final double SAFE_SHARE = 0.06;

    /** Without a budget, so many rows are shown for no reason but place: enough to see what a usual row is like. */
    private static final int MAX_FILLERS = 8;

    /** Rows for so many tokens are always shown: below that, saving is not worth asking back. */
    private static final int MIN_TOKENS = 100;

    /** A gap whose rows cost no more than this many tokens is filled: a note costs as much. */
    private static final int NOTE_TOKENS = 10;

    /** How often a selection that came out over its budget is tried again with a smaller one. */
    private static final int MAX_ATTEMPTS = 4;

    private final Table table;
    private final CompressionContext context;
    private final RowNotes notes;

    TableAbridger(Table table, CompressionContext context, RowNotes notes) {
        this.table = table;
        this.context = context;
        this.notes = notes;
    }

    Optional<Abridged> abridge(TokenBudget budget) {
        int rows = table.rows().size();
        if (rows < MIN_ROWS) {
            return Optional.empty();
        }
        RowChooser chooser = new RowChooser(TablePlan.of(table, context.pace()), context);
        int aim = budget.bounded() ? budget.limit() : (int) Math.max(MIN_TOKENS, chooser.tokens() * SAFE_SHARE);
        Optional<Abridged> abridged = Optional.empty();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            context.checkDeadline();
            BitSet shown = chooser.choose(TokenBudget.tokens(aim), budget.bounded() ? rows : MAX_FILLERS);
            fillSmallGaps(shown, chooser);
            if (shown.cardinality() > rows * MAX_KEPT) {
                return abridged;
            }
            String text = print(shown, chooser);
            abridged = Optional.of(new Abridged(text, shown.cardinality()));
            int tokens = budget.bounded() ? context.counter().count(text) : 0;
            if (!budget.bounded() || tokens <= budget.limit() || aim == 1) {
                return abridged;
            }
            // The rows were within the aim; what exceeds it is header, notes and summary.
            aim = Math.max(1, Math.min(aim / 2, aim - (tokens - budget.limit())));
        }
        return abridged;
    }

    private void fillSmallGaps(BitSet shown, RowChooser chooser) {
        int rows = table.rows().size();
        for (int from = shown.nextClearBit(0); from < rows; from = shown.nextClearBit(from)) {
            int next = shown.nextSetBit(from);
            int to = next < 0 ? rows : next;
            if (chooser.tokens(from, to) <= NOTE_TOKENS) {
                shown.set(from, to);
            }
            from = to;
        }
    }

    private String print(BitSet shown, RowChooser chooser) {
        BitSet hidden = new BitSet();
        hidden.set(0, table.rows().size());
        hidden.andNot(shown);
        Table shortened = new Table(table.names(), shortened(shown, chooser));
        return new TableRenderer(context.pace())
                .write(shortened, shown, RowSummary.of(chooser.columns(), hidden, false), notes);
    }

    /** All rows, with the middle left out of long texts, but for those nearest to the query. */
    private List<List<@Nullable Value>> shortened(BitSet shown, RowChooser chooser) {
        List<List<@Nullable Value>> rows = new ArrayList<>(table.rows());
        for (int row = shown.nextSetBit(0); row >= 0; row = shown.nextSetBit(row + 1)) {
            if (!chooser.nearest().get(row)) {
                List<@Nullable Value> cells = new ArrayList<>(rows.get(row));
                cells.replaceAll(
                        cell -> cell instanceof Text text ? new Text(TextShortener.shorten(text.text())) : cell);
                rows.set(row, cells);
            }
        }
        return rows;
    }
}
