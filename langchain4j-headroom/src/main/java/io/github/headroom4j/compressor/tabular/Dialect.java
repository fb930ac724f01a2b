package io.github.headroom4j.compressor.tabular;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What separates cells, and whether quotes mean anything.
 *
 * @param delimiter stands between cells
 * @param quotes whether a cell that begins with a quote goes on to the next single one; if not, a quote is a character as
 *     any other
 */
record Dialect(char delimiter, boolean quotes) {

    /** In order of preference: what occurs less in texts is the delimiter rather than what occurs in them. */
    private static final List<Dialect> ALL = List.of(
            new Dialect('\t', true),
            new Dialect('\t', false),
            new Dialect(';', true),
            new Dialect('|', true),
            new Dialect(',', true),
            new Dialect(';', false),
            new Dialect('|', false),
            new Dialect(',', false));

    /** Characters that are looked at to choose a dialect. */
    private static final int HEAD_CHARS = 65_536;

    /** Records that are looked at to choose a dialect. */
    private static final int HEAD_RECORDS = 200;

    /** Share of records that must have the usual number of cells. */
    static final double REGULAR = 0.8;

    private static final double SHORTENED = 0.9;

    /** A dialect that reads so many more of the records alike is better than one that is preferred. */
    private static final double CLEARLY_BETTER = 0.05;

    /** The dialect that makes a table of a text, or null if none does. */
    static @Nullable Dialect of(String text) {
        String head = text.substring(0, Math.min(HEAD_CHARS, text.length()));
        Dialect best = null;
        double regularity = REGULAR - CLEARLY_BETTER;
        for (Dialect dialect : ALL) {
            double share = head.indexOf(dialect.delimiter) < 0 ? 0 : regularity(dialect.head(head));
            if (share > regularity + CLEARLY_BETTER) {
                best = dialect;
                regularity = share;
            }
        }
        return best;
    }

    CSVFormat format() {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote(quotes ? '"' : null)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private List<CSVRecord> head(String text) {
        List<CSVRecord> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format())) {
            for (CSVRecord record : parser) {
                records.add(record);
                if (records.size() == HEAD_RECORDS) {
                    return records;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The head may end within quotes; what came before is enough to judge.
        }
        return records;
    }

    private static double regularity(List<CSVRecord> records) {
        List<Integer> widths = records.stream().map(CSVRecord::size).toList();
        return records.size() < TableText.MIN_ROWS || widths.get(0) < Math.max(2, width(widths) - 1)
                ? 0
                : regular(widths);
    }

    /**
     * The share of records that are as wide as most; rows whose last cells are left out, or that have one more, count a
     * little less. 0 if most have one cell.
     */
    static double regular(List<Integer> widths) {
        int usual = width(widths);
        int widest = Math.max(usual, widths.get(0));
        double regular = 0;
        for (int width : widths) {
            boolean shortened = width >= 2 && width * 2 >= widest && width <= widest + 1;
            regular += width == usual ? 1 : shortened ? SHORTENED : 0;
        }
        return usual < 2 ? 0 : regular / widths.size();
    }

    /** The most frequent width. */
    static int width(List<Integer> widths) {
        Map<Integer, Integer> counts = new HashMap<>();
        int usual = 0;
        for (int width : widths) {
            int count = counts.merge(width, 1, Integer::sum);
            usual = count > counts.getOrDefault(usual, 0) ? width : usual;
        }
        return usual;
    }
}
