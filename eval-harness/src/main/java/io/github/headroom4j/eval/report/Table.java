package io.github.headroom4j.eval.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of texts, printed as Markdown or aligned for a console. Columns after the first {@code names} hold figures. */
public final class Table {

    private final int names;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param names how many columns hold names, aligned to the left
     * @param headers the columns' headings
     */
    public Table(int names, String... headers) {
        this.names = names;
        rows.add(List.of(headers));
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are headings
     */
    public void add(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("cells must be " + rows.get(0).size() + ", but were " + cells.length);
        }
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** A text that ends no cell, whatever it holds. */
    static String plainText(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069|`<>&\\[\\]*_\\\\]", " ")
                .strip();
    }

    /**
     * The table as Markdown.
     *
     * @return lines that end with a line feed
     */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            out.append("| ").append(String.join(" | ", rows.get(row))).append(" |\n");
            if (row == 0) {
                for (int i = 0; i < rows.get(0).size(); i++) {
                    out.append(i < names ? "|---" : "|---:");
                }
                out.append("|\n");
            }
        }
        return out.toString();
    }

    /**
     * The table for a console.
     *
     * @return aligned lines that end with a line feed
     */
    public String plain() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(rows.get(0).size(), 0));
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(widths.get(i) - row.get(i).length());
                line.append(i == 0 ? "" : "  ").append(i < names ? row.get(i) + padding : padding + row.get(i));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
