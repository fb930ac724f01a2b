package io.github.headroom4j.compressor.tabular;

import java.util.ArrayList;
import java.util.List;

/** The cells of delimited records as they are written, quotes included. */
final class RawCells {

    private RawCells() {}

    /** Cuts a record at its delimiters; within a cell that begins with a quote, quotes are heeded if {@code quotes}. */
    static List<String> split(String text, int from, int to, char delimiter, boolean quotes) {
        List<String> cells = new ArrayList<>();
        int start = from;
        boolean open = quotes && start < to && text.charAt(start) == '"';
        for (int i = open ? start + 1 : start; i < to; i++) {
            char c = text.charAt(i);
            if (open) {
                // A doubled quote closes the cell and opens it again.
                open = c != '"';
            } else if (c == delimiter) {
                cells.add(text.substring(start, i));
                start = i + 1;
                open = quotes && start < to && text.charAt(start) == '"';
                i += open ? 1 : 0;
            } else if (quotes && c == '"' && text.charAt(start) == '"' && text.charAt(i - 1) == '"') {
                open = true;
            }
        }
        cells.add(text.substring(start, to));
        return cells;
    }

    static String quote(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    /** Whether a text is one quoted cell and nothing else. */
    static boolean isQuoted(String text) {
        int last = text.length() - 1;
        if (last < 1 || text.charAt(0) != '"' || text.charAt(last) != '"') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            if (text.charAt(i) == '"' && (i + 1 == last || text.charAt(++i) != '"')) {
                return false;
            }
        }
        return true;
    }
}
