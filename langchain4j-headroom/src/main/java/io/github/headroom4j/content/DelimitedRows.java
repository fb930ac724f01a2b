package io.github.headroom4j.content;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The cells of {@link DelimitedLines}, and what they say of a table. Immutable. */
final class DelimitedRows {

    /** Longest title of a column; longer cells are text. */
    private static final int MAX_TITLE = 64;

    /** Share of values of a column that must be of its kind. */
    private static final double TYPED = 0.9;

    private final List<List<String>> rows;
    private final int width;
    private final boolean quoted;

    /**
     * Cells of rows.
     *
     * @param rows the cells of each row
     * @param width the number of cells most rows have
     * @param quoted whether a cell after a delimiter begins with a quote
     */
    DelimitedRows(List<List<String>> rows, int width, boolean quoted) {
        this.rows = rows;
        this.width = width;
        this.quoted = quoted;
    }

    /** Whether a cell after a delimiter begins with a quote, which no prose does. */
    boolean hasQuotedCells() {
        return quoted;
    }

    /** Whether the first row reads as titles: as wide as the others, short, distinct, neither numbers nor times. */
    boolean hasHeader() {
        if (rows.isEmpty() || rows.get(0).size() != width) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        int empty = 0;
        for (String cell : rows.get(0)) {
            String title = cell.strip();
            empty += title.isEmpty() ? 1 : 0;
            boolean unfit = title.length() > MAX_TITLE || isValue(title) || title.indexOf('=') >= 0;
            if (unfit || (!title.isEmpty() && !seen.add(title.toLowerCase(Locale.ROOT)))) {
                return false;
            }
        }
        return empty * 4 <= width;
    }

    /** How many columns hold numbers or times from the second row on. */
    int valueColumns() {
        int columns = 0;
        for (int column = 0; column < width; column++) {
            int values = 0;
            int filled = 0;
            for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
                String cell = column < row.size() ? row.get(column).strip() : "";
                filled += cell.isEmpty() ? 0 : 1;
                values += isValue(cell) ? 1 : 0;
            }
            columns += filled > 0 && values >= TYPED * filled ? 1 : 0;
        }
        return columns;
    }

    /** Words per cell on average: prose with commas has many. */
    double wordsPerCell() {
        int words = 0;
        int cells = 0;
        for (List<String> row : rows) {
            for (String cell : row) {
                words += words(cell);
                cells++;
            }
        }
        return SampledDetector.share(words, cells);
    }

    /** Share of rows whose last cell is empty, as in code whose lines end in the delimiter. */
    double emptyEnds() {
        int empty = 0;
        for (List<String> row : rows) {
            empty += row.get(row.size() - 1).isBlank() ? 1 : 0;
        }
        return SampledDetector.share(empty, rows.size());
    }

    /** Share of rows whose first cell is empty or indented, as in code. */
    double indented() {
        int indented = 0;
        for (List<String> row : rows) {
            String first = row.get(0);
            indented += first.isEmpty() || Ascii.blanks(first, 0) > 0 ? 1 : 0;
        }
        return SampledDetector.share(indented, rows.size());
    }

    /** Share of rows that read as clauses: a blank after the delimiter, or several words before it and a sentence mark at the end. */
    double clauses() {
        int clauses = 0;
        for (List<String> row : rows) {
            String last = row.get(row.size() - 1).stripTrailing();
            boolean blank = row.size() > 1 && row.get(1).startsWith(" ");
            boolean sentence = !last.isEmpty() && ".!?".indexOf(last.charAt(last.length() - 1)) >= 0;
            clauses += blank || (sentence && row.get(0).strip().indexOf(' ') > 0) ? 1 : 0;
        }
        return SampledDetector.share(clauses, rows.size());
    }

    private static int words(String cell) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < cell.length(); i++) {
            boolean letter = Character.isLetterOrDigit(cell.charAt(i));
            words += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && cell.charAt(i) > ' ');
        }
        return words;
    }

    /** A number, a date or a truth value. */
    private static boolean isValue(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        int digits = 0;
        boolean hexadecimal = cell.startsWith("0x");
        for (int i = hexadecimal ? 2 : 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (Ascii.isDigit(c) || (hexadecimal && Ascii.isLetter(c))) {
                digits++;
            } else if ("+-.,:/%eETZ $€()".indexOf(c) < 0) {
                return "true".equalsIgnoreCase(cell) || "false".equalsIgnoreCase(cell);
            }
        }
        return digits > 0;
    }
}
