package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.content.BlankColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads listings whose columns are parted by blanks. Rows in which a long value pushed the rest aside are cut at their blanks
 * if that gives as many cells; what fits in neither way is a line as it is.
 */
final class AlignedReader {

    /** Rows are looked at for columns up to here; with more, the first ones speak for all. */
    private static final int ROWS_LOOKED_AT = 2_000;

    private static final int ROWS_PER_CHECK = 1_000;

    /** Blanks of its own that a row may need before its cells are better told as they stand. */
    private static final int MAX_MOVED = 3;

    /** Share of the rows that must be cells and not lines as they are. */
    private static final double REGULAR = 0.7;

    private final List<String> lines;
    private final int head;
    private final BlankColumns columns;
    private final AlignedFormat format;

    private AlignedReader(List<String> lines, int head, BlankColumns columns, AlignedFormat format) {
        this.lines = lines;
        this.head = head;
        this.columns = columns;
        this.format = format;
    }

    static Optional<TableText> read(String text, CompressionContext context) {
        boolean windows = text.indexOf("\r\n") >= 0;
        String lineEnd = windows ? "\r\n" : "\n";
        boolean ended = text.endsWith(lineEnd);
        List<String> lines =
                List.of((ended ? text.substring(0, text.length() - lineEnd.length()) : text).split(lineEnd, -1));
        if (text.indexOf('\t') >= 0) {
            return Optional.empty();
        }
        for (int head = 0; head <= TableText.MAX_LINES_AROUND && head < lines.size() - TableText.MIN_ROWS; head++) {
            List<String> rows = lines.subList(head + 1, Math.min(lines.size(), head + 1 + ROWS_LOOKED_AT)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            BlankColumns columns = BlankColumns.under(lines.get(head), rows).orElse(null);
            if (columns != null && columns.titles().size() <= TableText.MAX_COLUMNS) {
                AlignedFormat format =
                        new AlignedFormat(places(columns, lines.get(head), rows), width(rows), true, lineEnd, ended);
                return new AlignedReader(lines, head, columns, format).read(context);
            }
        }
        return Optional.empty();
    }

    /** Where the cells of each column mostly begin, or end. */
    private static List<Integer> places(BlankColumns columns, String titles, List<String> rows) {
        List<Integer> places = new ArrayList<>();
        for (int column = 0; column < columns.titles().size(); column++) {
            Map<Integer, Integer> starts = new HashMap<>();
            Map<Integer, Integer> ends = new HashMap<>();
            for (String row : rows) {
                if (columns.fits(row)) {
                    count(columns, row, column, starts, ends);
                }
            }
            count(columns, titles, column, starts, ends);
            int start = mostFrequent(starts);
            int end = mostFrequent(ends);
            places.add(starts.getOrDefault(start, 0) >= ends.getOrDefault(end, 0) ? start : ~end);
        }
        return places;
    }

    private static void count(
            BlankColumns columns, String row, int column, Map<Integer, Integer> starts, Map<Integer, Integer> ends) {
        String cell = columns.cell(row, column);
        if (!cell.isEmpty()) {
            int start = columns.start(row, column);
            starts.merge(start, 1, Integer::sum);
            ends.merge(start + cell.length(), 1, Integer::sum);
        }
    }

    private static int mostFrequent(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** The length of the rows if all that end with a blank have the same, which is the longest. */
    private static int width(List<String> rows) {
        int longest = rows.stream().mapToInt(String::length).max().orElse(0);
        return rows.stream().anyMatch(row -> row.endsWith(" "))
                        && rows.stream().filter(row -> row.length() == longest).count() > rows.size() / 2
                ? longest
                : 0;
    }

    private Optional<TableText> read(CompressionContext context) {
        List<List<@Nullable Value>> exact = new ArrayList<>();
        List<List<@Nullable Value>> plain = new ArrayList<>();
        int regular = 0;
        for (int line = head + 1; line < lines.size(); line++) {
            if (line % ROWS_PER_CHECK == 0) {
                context.checkDeadline();
            }
            String row = lines.get(line);
            List<String> texts = columns.fits(row) ? atPlaces(row) : atBlanks(row);
            List<@Nullable Value> cells = texts == null ? null : moved(row, texts);
            regular += cells == null ? 0 : 1;
            exact.add(cells == null ? whole(AlignedFormat.AS_IS + row) : cells);
            plain.add(cells == null || texts == null ? whole(row.strip()) : values(texts));
        }
        return regular < exact.size() * REGULAR ? Optional.empty() : Optional.of(table(plain, exact));
    }

    private TableText table(List<List<@Nullable Value>> plain, List<List<@Nullable Value>> exact) {
        List<String> names = Cells.names(columns.titles(), columns.titles().size());
        Table written = new Table(names, exact);
        boolean titled = format.titles(written).equals(lines.get(head));
        String before = lines.subList(0, titled ? head : head + 1).stream()
                .map(line -> line + format.lineEnd())
                .collect(Collectors.joining());
        return new TableText(
                before,
                new Table(names, plain),
                IntStream.rangeClosed(head + 1, lines.size()).boxed().toList(),
                "",
                () -> Optional.of(new TableText.Exact(format.titled(titled), written)));
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

    private List<String> atPlaces(String row) {
        return IntStream.range(0, columns.titles().size())
                .mapToObj(column -> columns.cell(row, column))
                .toList();
    }

    /** The words of a row, each of which must reach its column, or it would be told under another's title. */
    private @Nullable List<String> atBlanks(String row) {
        int count = columns.titles().size();
        List<String> texts = List.of(row.strip().split(" +", count));
        int end = 0;
        for (int column = 0; column < texts.size(); column++) {
            int start = row.indexOf(texts.get(column), end);
            end = start + texts.get(column).length();
            if (!columns.reaches(column, start, end)) {
                return null;
            }
        }
        return texts.size() == count ? texts : null;
    }

    /**
     * Puts before a cell the blanks that it stands after, where it does not stand at the place of its column; null if the
     * row is blank or that takes too much.
     */
    private @Nullable List<@Nullable Value> moved(String row, List<String> texts) {
        List<@Nullable Value> cells = new ArrayList<>();
        int moved = 0;
        int end = 0;
        for (int column = 0; column < texts.size(); column++) {
            String text = texts.get(column);
            int start = row.indexOf(text, end);
            int place = format.places().get(column);
            boolean inPlace = text.isEmpty()
                    || start == end + AlignedFormat.gap(end, place >= 0 ? place : ~place - text.length());
            moved += inPlace ? 0 : 1;
            cells.add(inPlace ? Cells.plain(text) : new Value.Text(row.substring(end, start) + text));
            end = text.isEmpty() ? end : start + text.length();
        }
        boolean like = end > 0 && moved <= MAX_MOVED && format.line(cells).equals(row);
        return like ? cells : null;
    }
}
