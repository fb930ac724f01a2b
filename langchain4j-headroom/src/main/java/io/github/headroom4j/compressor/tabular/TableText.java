package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A text that was read as a table.
 *
 * @param before the lines before the table, with their ends
 * @param table what the cells hold
 * @param lines for each row, the index of its first line in the text, from 0; then that of the line after the last row
 * @param after the lines after the table
 * @param exact how to write it again, if that is known
 */
record TableText(String before, Table table, List<Integer> lines, String after, Supplier<Optional<Exact>> exact) {

    /** Shorter tables have nothing to share or to leave out. */
    static final int MIN_ROWS = 2;

    /** As many columns as the table engine takes. */
    static final int MAX_COLUMNS = 256;

    /** Lines before or after a table, at most: captions, comments, counts. With more around it, a text is no table. */
    static final int MAX_LINES_AROUND = 12;

    /**
     * A table and the way in which it was written.
     *
     * @param format writes the table; together with {@code before} and {@code after} that gives the text
     * @param table what the cells hold, with marks where a cell was not written as the format would
     */
    record Exact(Format format, Table table) {}
}
