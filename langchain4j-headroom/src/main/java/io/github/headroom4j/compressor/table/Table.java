package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.token.TokenBudget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells under names: what delimited text and drawn tables hold. Where {@link Notation} looks for the tables in a
 * document, this is one, with its columns given.
 *
 * <p>Immutable if its lists are, which are not copied. Thread-safe then.
 *
 * @param names what the columns are called, different from each other
 * @param rows for each row one cell per name, each a scalar, or null where there is none; only scalars can be cells
 */
public record Table(List<String> names, List<List<@Nullable Value>> rows) {

    /** Validates the sizes. */
    public Table {
        for (List<@Nullable Value> row : rows) {
            if (row.size() != names.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + names.size() + " cells, but one has " + row.size());
            }
        }
    }

    /** Says where rows that are not shown are to be found. */
    @FunctionalInterface
    public interface RowNotes {

        /**
         * A note.
         *
         * @param first the index of the first row that is not shown, from 0
         * @param last the index of the last one
         * @return one line that begins with {@code …}
         */
        String of(int first, int last);
    }

    /**
     * A selection of rows.
     *
     * @param text the table's text with notes and a summary of what is not shown
     * @param kept how many rows are shown
     */
    public record Abridged(String text, int kept) {}

    /**
     * Writes all rows in the notation of {@link Notation}, as one table. Linear but for a factor for columns that may be
     * made of each other.
     *
     * @return its text, which {@link #read} takes
     */
    public String write() {
        return write(Pace.unhurried());
    }

    /**
     * The same, under a deadline.
     *
     * @param pace looks at the deadline
     * @return the same as {@link #write()}
     */
    public String write(Pace pace) {
        return new TableRenderer(pace).write(this);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param text any text
     * @return the table, or empty if the text is none
     */
    public static Optional<Table> read(String text) {
        return read(text, Pace.unhurried());
    }

    /**
     * The same, under a deadline.
     *
     * @param text a written table
     * @param pace looks at the deadline
     * @return the same as {@link #read(String)}
     */
    public static Optional<Table> read(String text, Pace pace) {
        try {
            return Optional.of(new DocumentReader(text, pace).readTable());
        } catch (NotationException e) {
            return Optional.empty();
        }
    }

    /**
     * Chooses rows as {@link Abridger} does, and writes them.
     *
     * @param context query, counter and deadline
     * @param budget how small the text shall become
     * @param notes what stands for rows that are not shown
     * @return the chosen rows, or empty if too little can be left out
     */
    public Optional<Abridged> abridge(CompressionContext context, TokenBudget budget, RowNotes notes) {
        return new TableAbridger(this, context, notes).abridge(budget);
    }
}
