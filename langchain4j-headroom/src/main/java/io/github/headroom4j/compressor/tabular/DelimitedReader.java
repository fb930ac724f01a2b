package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads delimited text. */
final class DelimitedReader {

    /** Columns beyond the titles, at most: with more, cells and titles do not belong together. */
    private static final int MAX_UNTITLED = 8;

    static final char BYTE_ORDER_MARK = '\uFEFF';

    private DelimitedReader() {}

    static Optional<TableText> read(String text, CompressionContext context) {
        int start = afterComments(text);
        Dialect dialect = Dialect.of(text.substring(start));
        if (dialect == null) {
            return Optional.empty();
        }
        String body = text.substring(start);
        Records records = Records.read(body, dialect, context);
        if (records == null && dialect.quotes()) {
            dialect = new Dialect(dialect.delimiter(), false);
            records = Records.read(body, dialect, context);
        }
        if (records == null) {
            return Optional.empty();
        }
        records.trim();
        int width = width(records);
        if (width == 0) {
            return Optional.empty();
        }
        boolean titled = Titles.isTitled(records, width);
        List<String> names = Cells.names(titled ? records.values(0) : List.of(), width);
        return Optional.of(table(text, start, new DelimitedText(body, records, dialect, titled, names)));
    }

    /** Where the table starts: after a byte-order mark and lines that are comments. */
    private static int afterComments(String text) {
        int at = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? 0 : 1;
        for (int line = 0; line < TableText.MAX_LINES_AROUND && isComment(text, at); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }

    /** A line after which the table goes on; titles may begin with a number sign too, but then they have no blank after it. */
    private static boolean isComment(String text, int at) {
        boolean mark = text.startsWith("# ", at) || text.startsWith("#\n", at) || text.startsWith("sep=", at);
        return (mark || text.startsWith("\n", at)) && text.indexOf('\n', at) >= 0;
    }

    /** The number of columns, or 0 if the records are no table. */
    private static int width(Records records) {
        int widest = 0;
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            widths.add(records.cells(i).size());
            widest = Math.max(widest, records.cells(i).size());
            if ("\r".equals(records.lineEnd(i))) {
                return 0;
            }
        }
        List<Integer> paced = records.pace().list(widths);
        int usual = Dialect.width(paced);
        boolean table = records.size() > TableText.MIN_ROWS
                && usual >= 2
                && Dialect.regular(paced) >= Dialect.REGULAR
                && widest <= Math.min(TableText.MAX_COLUMNS, usual + MAX_UNTITLED);
        return table ? widest : 0;
    }

    private static TableText table(String text, int start, DelimitedText delimited) {
        Records records = delimited.records();
        List<List<@Nullable Value>> rows = new ArrayList<>();
        for (int i = delimited.first(); i < records.size(); i++) {
            rows.add(filled(records.cells(i), delimited.names().size()));
        }
        return new TableText(
                text.substring(0, start),
                new Table(delimited.names(), records.pace().list(rows)),
                lines(text, start, records, delimited.first()),
                "",
                () -> DelimitedFormatLearner.learn(delimited));
    }

    /** A row of so many cells: these, and then cells without a value. */
    static List<@Nullable Value> filled(List<@Nullable Value> cells, int width) {
        return cells.size() == width ? cells : Arrays.asList(cells.toArray(new Value[width]));
    }

    private static List<Integer> lines(String text, int start, Records records, int first) {
        List<Integer> lines = new ArrayList<>();
        int line = 0;
        int at = 0;
        for (int i = first; i <= records.size(); i++) {
            int to = start + (i < records.size() ? records.from(i) : records.to(i - 1));
            for (; at < to; at++) {
                line += text.charAt(at) == '\n' ? 1 : 0;
            }
            lines.add(i < records.size() ? line : line + 1);
        }
        return lines;
    }
}
