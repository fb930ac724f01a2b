package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.table.Notation;
import io.github.headroom4j.content.ContentType;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses tables: text delimited by commas, tabs, semicolons or pipes (RFC 4180 and near it), Markdown tables, tables
 * drawn with lines as database shells print them, and listings in columns of blanks under titles ({@code ps}, {@code df},
 * {@code kubectl get}).
 *
 * <p>Without loss: the cells are written in the {@link Notation} of the table engine, in which constant columns are told
 * once, and the way the table was written (quotes, line ends, alignment, borders) in a few words before it. It is printed
 * only after writing the table again from it gave the same characters.
 *
 * <p>Selecting: vital rows (errors, outliers, rare categories, what the query names), those near the query, the first and
 * last, and representatives; the others are counted and summed up. A row is shown whole or not at all, and notes speak of
 * lines, of which a row may take several.
 *
 * <p>Text whose rows are too uneven, whose quotes are not closed where that matters, or with more than 256 columns is
 * declined. Cells are never re-written: {@code 007} and {@code 1.50} stay as they are.
 *
 * <p>Stateless and thread-safe. Linear in the text but for sorting, with a factor for the columns of a table that may be
 * made of each other.
 */
public final class TabularCompressor implements Compressor {

    /** Makes a compressor. */
    public TabularCompressor() {}

    @Override
    public String name() {
        return "table";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.CSV, ContentType.TSV, ContentType.MARKDOWN_TABLE, ContentType.TEXT_TABLE);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        return DrawnReader.read(text, context.pace())
                .or(() -> DelimitedReader.read(text, context))
                .or(() -> AlignedReader.read(text, context))
                .map(table -> new TabularContent(text, table, context));
    }

    /**
     * Reads what this compressor repacked.
     *
     * @param text a repacked text
     * @return the text that it was made of, or empty if it was not made by this compressor
     */
    public static Optional<String> decode(String text) {
        return TableDecoder.decode(text);
    }
}
