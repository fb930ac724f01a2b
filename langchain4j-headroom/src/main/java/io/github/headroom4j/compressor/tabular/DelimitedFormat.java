package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How delimited text is written.
 *
 * @param dialect delimiter and quotes
 * @param lineEnd ends each record
 * @param ends how many of them stand after the last record
 * @param titled whether the names of the columns are the first record
 * @param ragged whether cells without a value at the end of a row are left out, delimiters and all
 * @param titleQuoting which titles are quoted
 * @param quoting which cells are quoted, for each column
 */
record DelimitedFormat(
        Dialect dialect,
        String lineEnd,
        int ends,
        boolean titled,
        boolean ragged,
        Quoting titleQuoting,
        List<Quoting> quoting)
        implements Format {

    private static final String CSV = "csv";
    private static final String TSV = "tsv";
    private static final String RAW = "unquoted";
    private static final String WINDOWS = "crlf";
    private static final String UNTITLED = "untitled";
    private static final String RAGGED = "ragged";
    private static final String ENDS = "ends";
    private static final String TITLES = "titles";
    private static final String QUOTES = "quotes";

    static Optional<Format> of(Words words) {
        words.allow(Set.of(RAW, WINDOWS, UNTITLED, RAGGED, ENDS, TITLES, QUOTES));
        String kind = words.kind();
        char delimiter = kind.equals(TSV) ? '\t' : kind.equals(CSV) ? ',' : kind.charAt(kind.length() - 1);
        if (!kind.equals(TSV) && !kind.equals(CSV) && !kind.equals(CSV + delimiter)) {
            return Optional.empty();
        }
        List<Quoting> quoting = new ArrayList<>();
        words.get(QUOTES, "p").chars().forEach(letter -> quoting.add(Quoting.of((char) letter)));
        return Optional.of(new DelimitedFormat(
                new Dialect(delimiter, !words.has(RAW)),
                words.has(WINDOWS) ? "\r\n" : "\n",
                words.number(ENDS, 1),
                !words.has(UNTITLED),
                words.has(RAGGED),
                Quoting.of(words.get(TITLES, "p").charAt(0)),
                quoting));
    }

    @Override
    public String words() {
        char delimiter = dialect.delimiter();
        StringBuilder words = new StringBuilder(delimiter == '\t' ? TSV : delimiter == ',' ? CSV : CSV + delimiter);
        words.append(dialect.quotes() ? "" : " " + RAW)
                .append(lineEnd.equals("\n") ? "" : " " + WINDOWS)
                .append(titled ? "" : " " + UNTITLED)
                .append(ragged ? " " + RAGGED : "")
                .append(ends == 1 ? "" : " " + ENDS + '=' + ends)
                .append(titleQuoting == Quoting.PLAIN ? "" : " " + TITLES + '=' + titleQuoting.letter());
        if (new HashSet<>(quoting).size() > 1) {
            words.append(' ').append(QUOTES).append('=');
            quoting.forEach(column -> words.append(column.letter()));
        } else if (quoting.get(0) != Quoting.PLAIN) {
            words.append(' ').append(QUOTES).append('=').append(quoting.get(0).letter());
        }
        return words.toString();
    }

    @Override
    public long filled(int rows) {
        return (long) ends * lineEnd.length();
    }

    @Override
    public String write(Table table) {
        StringBuilder out = new StringBuilder();
        if (titled) {
            String separator = "";
            for (String title : Cells.titles(table.names())) {
                out.append(separator)
                        .append(dialect.quotes() ? titleQuoting.write(text(title), dialect.delimiter()) : title);
                separator = String.valueOf(dialect.delimiter());
            }
            out.append(lineEnd);
        }
        for (List<@Nullable Value> row : table.rows()) {
            write(row, out);
            out.append(lineEnd);
        }
        out.setLength(out.length() - lineEnd.length());
        return out.append(lineEnd.repeat(ends)).toString();
    }

    private static Value text(String title) {
        return new Value.Text(title);
    }

    private void write(List<@Nullable Value> row, StringBuilder out) {
        int size = row.size();
        while (ragged && size > 0 && row.get(size - 1) == null) {
            size--;
        }
        for (int column = 0; column < size; column++) {
            if (column > 0) {
                out.append(dialect.delimiter());
            }
            Value cell = row.get(column);
            if (dialect.quotes()) {
                out.append(quoting.get(quoting.size() == 1 ? 0 : column).write(cell, dialect.delimiter()));
            } else if (cell != null) {
                out.append(Cells.characters(cell));
            }
        }
    }
}
