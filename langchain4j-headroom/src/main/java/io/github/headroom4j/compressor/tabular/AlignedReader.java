package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.content.LineColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads listings whose columns are parted by blanks, with or without a line of titles. A row that cannot be cut without doubt
 * is a line as it is.
 */
final class AlignedReader {

    /** Rows are looked at for columns up to here; with more, the first ones speak for all. */
    private static final int ROWS_LOOKED_AT = 2_000;

    /** Blanks of its own that a row may need before its cells are better told as they stand. */
    private static final int MAX_MOVED = 3;

    /** Share of the rows that must be cells and not lines as they are. */
    private static final double REGULAR = 0.7;

    private final List<String> lines;
    private final int first;
    private final LineColumns columns;
    private final String lineEnd;
    private final boolean ended;

    private AlignedReader(List<String> lines, int first, LineColumns columns, String text) {
        this.lines = lines;
        this.first = first;
        this.columns = columns;
        lineEnd = lineEnd(text);
        ended = text.endsWith(lineEnd);
    }

    static Optional<TableText> read(String text, CompressionContext context) {
        String lineEnd = lineEnd(text);
        boolean ended = text.endsWith(lineEnd);
        List<String> lines =
                List.of((ended ? text.substring(0, text.length() - lineEnd.length()) : text).split(lineEnd, -1));
        if (text.indexOf('\t') >= 0) {
            return Optional.empty();
        }
        for (int head = 0; head <= TableText.MAX_LINES_AROUND && head < lines.size() - TableText.MIN_ROWS; head++) {
            context.checkDeadline();
            LineColumns columns =
                    LineColumns.under(lines.get(head), sample(lines, head + 1)).orElse(null);
            if (columns != null && columns.titles().size() <= TableText.MAX_COLUMNS) {
                return new AlignedReader(lines, head + 1, columns, text).read(context.pace());
            }
        }
        context.checkDeadline();
        return LineColumns.ofWords(sample(lines, 0))
                .flatMap(columns -> new AlignedReader(lines, 0, columns, text).read(context.pace()));
    }

    private static String lineEnd(String text) {
        return text.indexOf("\r\n") >= 0 ? "\r\n" : "\n";
    }

    private static List<String> sample(List<String> lines, int from) {
        return lines.subList(from, Math.min(lines.size(), from + ROWS_LOOKED_AT)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Optional<TableText> read(Pace pace) {
        List<List<String>> read = new ArrayList<>();
        for (String line : lines.subList(first, lines.size())) {
            pace.step(line.length());
            read.add(line.isBlank() ? List.of() : columns.cells(line).orElse(List.of()));
        }
        List<List<String>> cut = pace.list(read);
        AlignedFormat format = new AlignedFormat(places(cut), width(), true, lineEnd, ended);
        List<List<@Nullable Value>> exact = new ArrayList<>();
        List<List<@Nullable Value>> plain = new ArrayList<>();
        int regular = 0;
        for (int i = 0; i < cut.size(); i++) {
            String row = lines.get(first + i);
            pace.step(row.length());
            List<@Nullable Value> cells = moved(row, cut.get(i), format);
            regular += cells == null ? 0 : 1;
            exact.add(cells == null ? whole(AlignedFormat.AS_IS + row) : cells);
            plain.add(cells == null ? whole(row.strip()) : values(cut.get(i)));
        }
        return regular < cut.size() * REGULAR
                ? Optional.empty()
                : Optional.of(table(pace.list(plain), pace.list(exact), format));
    }

    private TableText table(
            List<List<@Nullable Value>> plain, List<List<@Nullable Value>> exact, AlignedFormat format) {
        boolean untitled = columns.titles().get(0).isEmpty();
        List<String> names = Cells.names(
                untitled ? List.of() : columns.titles(), columns.titles().size());
        Table written = new Table(names, exact);
        boolean titled = !untitled && format.titles(written).equals(lines.get(first - 1));
        String before = lines.subList(0, titled ? first - 1 : first).stream()
                .map(line -> line + lineEnd)
                .collect(Collectors.joining());
        return new TableText(
                before,
                new Table(names, plain),
                IntStream.rangeClosed(first, lines.size()).boxed().toList(),
                "",
                () -> Optional.of(new TableText.Exact(format.titled(titled), written)));
    }

    /** Where the cells of each column mostly begin, or end; or 0 if most follow on a blank. */
    private List<Integer> places(List<List<String>> cut) {
        List<Map<Integer, Integer>> votes = new ArrayList<>();
        columns.titles().forEach(title -> votes.add(new HashMap<>()));
        for (int i = 0; i < cut.size(); i++) {
            vote(lines.get(first + i), cut.get(i), votes);
        }
        return votes.stream().map(AlignedReader::mostFrequent).toList();
    }

    private static void vote(String row, List<String> cells, List<Map<Integer, Integer>> votes) {
        int end = 0;
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                int start = row.indexOf(cell, end);
                if (end > 0 && start == end + 1) {
                    votes.get(column).merge(0, 1, Integer::sum);
                }
                end = start + cell.length();
                votes.get(column).merge(start, 1, Integer::sum);
                votes.get(column).merge(~end, 1, Integer::sum);
            }
        }
    }

    private static int mostFrequent(Map<Integer, Integer> votes) {
        return votes.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** The length of the rows if some end with a blank and most are as long as the longest. */
    private int width() {
        List<String> rows = lines.subList(first, lines.size());
        int longest = rows.stream().mapToInt(String::length).max().orElse(0);
        long asLong = rows.stream().filter(row -> row.length() == longest).count();
        boolean filled = rows.stream().anyMatch(row -> row.endsWith(" ")) && asLong > rows.size() / 2;
        return filled && longest <= AlignedFormat.MAX_PLACE ? longest : 0;
    }

    private List<@Nullable Value> whole(String line) {
        List<@Nullable Value> cells = new ArrayList<>();
        cells.add(new Value.Text(line));
        return DelimitedReader.filled(cells, columns.titles().size());
    }

    private static List<@Nullable Value> values(List<String> texts) {
        List<@Nullable Value> values = new ArrayList<>();
        texts.forEach(text -> values.add(Cells.plain(text)));
        return values;
    }

    /**
     * Puts before a cell the blanks that it stands after, where it does not stand at the place of its column; null if the
     * row was not cut or that takes too much.
     */
    private static @Nullable List<@Nullable Value> moved(String row, List<String> texts, AlignedFormat format) {
        List<@Nullable Value> cells = new ArrayList<>();
        int moved = 0;
        int end = 0;
        for (int column = 0; column < texts.size(); column++) {
            String text = texts.get(column);
            int start = row.indexOf(text, end);
            boolean inPlace = text.isEmpty() || start == end + format.gap(end, column, text.length());
            moved += inPlace ? 0 : 1;
            cells.add(inPlace ? Cells.plain(text) : new Value.Text(row.substring(end, start) + text));
            end = text.isEmpty() ? end : start + text.length();
        }
        boolean like = end > 0 && moved <= MAX_MOVED && format.line(cells).equals(row);
        return like ? cells : null;
    }
}
