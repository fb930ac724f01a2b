package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines read as rows with one delimiter, quotes as in RFC 4180, and into how many cells each falls. Most texts show by that alone
 * that they are no table, so that no cells need to be made. Immutable.
 */
final class DelimitedLines {

    /** Rows that are read: enough to judge regularity. */
    private static final int MAX_ROWS = 200;

    private final char delimiter;
    private final boolean quotes;
    private final List<String> rows;
    private final int width;
    private final int regular;

    private DelimitedLines(List<String> rows, char delimiter, boolean quotes) {
        this.rows = rows;
        this.delimiter = delimiter;
        this.quotes = quotes;
        int[] widths = rows.stream().mapToInt(this::cells).toArray();
        width = modal(widths);
        int usual = 0;
        for (int one : widths) {
            usual += one == width ? 1 : 0;
        }
        regular = usual;
    }

    /**
     * Reads lines.
     *
     * @param quotes whether there may be quoted cells, which may go over several lines
     * @param least the share of rows that must have the delimiter at all
     * @return the rows, or empty if fewer have it
     */
    static Optional<DelimitedLines> read(List<String> lines, char delimiter, boolean quotes, double least) {
        List<String> rows = rows(lines, quotes);
        return SampledDetector.isShare(least, rows, row -> row.indexOf(delimiter) >= 0)
                ? Optional.of(new DelimitedLines(rows, delimiter, quotes))
                : Optional.empty();
    }

    private static List<String> rows(List<String> lines, boolean quotes) {
        List<String> rows = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        boolean open = false;
        for (String line : lines) {
            if (rows.size() == MAX_ROWS) {
                return rows;
            }
            boolean odd = quotes && hasOddQuotes(line);
            if (!open && !odd) {
                add(line, line, rows);
                continue;
            }
            pending.append(line);
            open ^= odd;
            if (open && pending.length() < TextSample.LINE_CHARS) {
                pending.append('\n');
            } else {
                add(pending.toString(), line, rows);
                pending.setLength(0);
                open = false;
            }
        }
        return rows;
    }

    /** A row whose last line may have been cut is none. */
    private static void add(String row, String lastLine, List<String> rows) {
        if (lastLine.length() < TextSample.LINE_CHARS) {
            rows.add(row);
        }
    }

    int size() {
        return rows.size();
    }

    /** The number of cells most rows have. */
    int width() {
        return width;
    }

    /** Share of rows with the usual number of cells. */
    double regularity() {
        return SampledDetector.share(regular, rows.size());
    }

    /** The cells of the rows. */
    DelimitedRows rows() {
        boolean quoted = quotes && rows.stream().anyMatch(row -> row.contains(delimiter + "\""));
        List<List<String>> cells = rows.stream()
                .map(row -> isQuoted(row) ? quotedCells(row, delimiter) : plainCells(row, delimiter))
                .toList();
        return new DelimitedRows(cells, width, quoted);
    }

    private static boolean hasOddQuotes(String line) {
        boolean odd = false;
        for (int at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
            odd = !odd;
        }
        return odd;
    }

    private boolean isQuoted(String row) {
        return quotes && row.indexOf('"') >= 0;
    }

    /** How many cells a row has. */
    private int cells(String row) {
        boolean quoted = isQuoted(row);
        boolean inQuotes = false;
        int cells = 1;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            inQuotes ^= quoted && c == '"';
            cells += c == delimiter && !inQuotes ? 1 : 0;
        }
        return cells;
    }

    private static List<String> plainCells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(delimiter); end >= 0; end = line.indexOf(delimiter, start)) {
            cells.add(line.substring(start, end));
            start = end + 1;
        }
        cells.add(line.substring(start));
        return cells;
    }

    private static List<String> quotedCells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inQuotes = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                inQuotes = !inQuotes;
            } else if (c == delimiter && !inQuotes) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The width that most rows have; of several the one of which so many are met first; 0 without rows. */
    private static int modal(int[] widths) {
        int widest = 0;
        for (int one : widths) {
            widest = Math.max(widest, one);
        }
        int[] counts = new int[widest + 1];
        int best = 0;
        for (int one : widths) {
            counts[one]++;
            best = counts[one] > counts[best] ? one : best;
        }
        return best;
    }
}
