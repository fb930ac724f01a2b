package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of delimited text, with the place of each. Not thread-safe while it is read, immutable then.
 */
final class Records {

    private final String text;
    private final Dialect dialect;
    private final Pace pace;
    private final List<List<@Nullable Value>> cells = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private Records(String text, Dialect dialect, Pace pace) {
        this.pace = pace;
        this.text = text;
        this.dialect = dialect;
    }

    /** Reads a text, or returns null if it breaks off within quotes or is no text of this dialect. */
    static @Nullable Records read(String text, Dialect dialect, CompressionContext context) {
        Records records = new Records(text, dialect, context.pace());
        List<CSVRecord> parsed = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(records.pace.reader(text), dialect.format())) {
            for (CSVRecord record : parser) {
                records.pace.step();
                parsed.add(record);
                records.starts.add((int) record.getCharacterPosition());
            }
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
        // Only now, so that the cells, which are read again and again, lie close to each other in memory.
        List<@Nullable Value> above = List.of();
        for (CSVRecord record : records.pace.list(parsed)) {
            above = cells(record, above);
            records.cells.add(above);
        }
        return records;
    }

    /** A cell like the one above it is the same object. */
    private static List<@Nullable Value> cells(CSVRecord record, List<@Nullable Value> above) {
        List<@Nullable Value> cells = new ArrayList<>(record.size());
        for (String characters : record) {
            Value before = cells.size() < above.size() ? above.get(cells.size()) : null;
            cells.add(characters.equals(Cells.characters(before)) ? before : Cells.plain(characters));
        }
        return cells;
    }

    /** Takes away the empty lines at the end. */
    void trim() {
        while (size() > 0 && from(size() - 1) == to(size() - 1)) {
            cells.remove(size() - 1);
            starts.remove(starts.size() - 1);
        }
    }

    /** Steps as records are read. */
    Pace pace() {
        return pace;
    }

    int size() {
        return cells.size();
    }

    /** What the cells hold, null for nothing. */
    List<@Nullable Value> cells(int record) {
        pace.step();
        return cells.get(record);
    }

    /** What the cells hold, by its characters. */
    List<String> values(int record) {
        List<String> values = new ArrayList<>();
        cells(record).forEach(cell -> values.add(Cells.characters(cell)));
        return values;
    }

    /** The cells as they are written, given what they hold. */
    List<String> raw(int record, List<String> values) {
        int length = to(record) - from(record);
        pace.step(length);
        return writtenLength(values) == length
                ? values
                : RawCells.split(text, from(record), to(record), dialect.delimiter(), dialect.quotes());
    }

    /** How long a record is that says no more than its values: quotes make it longer. */
    private static int writtenLength(List<String> values) {
        int length = values.size() - 1;
        for (String value : values) {
            length += value.length();
        }
        return length;
    }

    /** Where a record begins in the text. */
    int from(int record) {
        return starts.get(record);
    }

    /** Where a record ends, without its line end. */
    int to(int record) {
        return end(record) - lineEnd(record).length();
    }

    /** How a record's line ends; empty if the text ends there. */
    String lineEnd(int record) {
        int end = end(record);
        int from = from(record);
        if (end > from && text.charAt(end - 1) == '\n') {
            return end - 1 > from && text.charAt(end - 2) == '\r' ? "\r\n" : "\n";
        }
        return end > from && text.charAt(end - 1) == '\r' ? "\r" : "";
    }

    private int end(int record) {
        return record + 1 < size() ? starts.get(record + 1) : Math.max(from(record), lastEnd());
    }

    /** Where the last record's line ends: empty lines may follow that are no records any more. */
    private int lastEnd() {
        int from = from(size() - 1);
        int end = from;
        for (int i = text.length(); i > from && end == from; i--) {
            char c = text.charAt(i - 1);
            end = c == '\n' || c == '\r' ? from : i;
        }
        int feed = text.startsWith("\r\n", end) ? 2 : end < text.length() ? 1 : 0;
        return end + feed;
    }
}
