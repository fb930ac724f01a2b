package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out how a table was drawn. */
final class DrawnFormatLearner {

    private final DrawnText drawn;
    private final List<String> names;
    private final List<List<String>> rows;
    private final List<Integer> widths;
    private final boolean wide;

    private DrawnFormatLearner(
            DrawnText drawn, List<String> names, List<List<String>> rows, List<Integer> widths, boolean wide) {
        this.drawn = drawn;
        this.names = names;
        this.rows = rows;
        this.widths = widths;
        this.wide = wide;
    }

    /**
     * Finds out.
     *
     * @param drawn the lines
     * @param names the names of the columns
     * @param rows for each row what stands between its bars
     * @return the format and the table in it, or empty if it is not drawn in one way; whether the format gives the same
     *     lines is not checked
     */
    static Optional<TableText.Exact> learn(DrawnText drawn, List<String> names, List<List<String>> rows) {
        Optional<Rule.Drawn> head = Rule.read(drawn.line(drawn.head()));
        if (head.isEmpty() || drawn.head() != drawn.titles() + 1) {
            return Optional.empty();
        }
        List<Integer> widths = head.get().widths();
        boolean wide = rows.stream()
                .anyMatch(row -> row.stream().anyMatch(cell -> DisplayWidth.of(cell, true) != cell.length()));
        Optional<TableText.Exact> plain = new DrawnFormatLearner(drawn, names, rows, widths, false).learn(head.get());
        if (!wide || plain.filter(exact -> gives(exact, drawn.table())).isPresent()) {
            return plain;
        }
        return new DrawnFormatLearner(drawn, names, rows, widths, true).learn(head.get());
    }

    private static boolean gives(TableText.Exact exact, String text) {
        return exact.format().write(exact.table()).equals(text);
    }

    private Optional<TableText.Exact> learn(Rule.Drawn head) {
        String table = drawn.table();
        boolean windows = table.indexOf("\r\n") >= 0;
        String titleRow = drawn.line(drawn.titles());
        String titles = letters(
                List.of(Bars.of(titleRow).split(titleRow, names.size(), Rule.joints(drawn.line(drawn.head())))));
        String cells = letters(rows);
        List<List<@Nullable Value>> values = new ArrayList<>();
        for (List<String> row : rows) {
            values.add(values(row, cells));
        }
        Table held = new Table(names, drawn.pace().list(values));
        DrawnFormat format = new DrawnFormat(
                rules(head.rule()),
                Bars.of(titleRow),
                Bars.of(drawn.line(drawn.endOfRows() - 1)),
                oneForAll(head.colons()),
                widths(),
                titles,
                cells,
                wide,
                windows ? "\r\n" : "\n",
                table.endsWith("\n"));
        return Optional.of(new TableText.Exact(format, held));
    }

    private Map<String, Rule> rules(Rule head) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put(DrawnFormat.HEAD, head);
        put(rules, DrawnFormat.TOP, drawn.top(), drawn.titles());
        put(rules, DrawnFormat.BETWEEN, drawn.head() + 2, drawn.endOfRows());
        put(rules, DrawnFormat.BOTTOM, drawn.endOfRows(), drawn.end());
        return rules;
    }

    private void put(Map<String, Rule> rules, String place, int line, int end) {
        if (line < end && drawn.isRule(line)) {
            Rule.read(drawn.line(line)).ifPresent(read -> rules.put(place, read.rule()));
        }
    }

    /** The letters of the alignments that fit most cells; one for all columns if it fits as many. */
    private String letters(List<List<String>> lines) {
        Alignment[] all = Alignment.values();
        int[] together = new int[all.length];
        int most = 0;
        StringBuilder letters = new StringBuilder();
        for (int column = 0; column < names.size(); column++) {
            int best = 0;
            int fitting = -1;
            for (int i = 0; i < all.length; i++) {
                int fit = fitting(all[i], column, lines);
                together[i] += fit;
                best = fit > fitting ? i : best;
                fitting = Math.max(fit, fitting);
            }
            most += fitting;
            letters.append(all[best].letter());
        }
        for (int i = 0; i < all.length; i++) {
            if (together[i] == most) {
                return String.valueOf(all[i].letter());
            }
        }
        return letters.toString();
    }

    private int fitting(Alignment alignment, int column, List<List<String>> lines) {
        int fitting = 0;
        for (List<String> line : lines) {
            fitting += column < line.size() && fits(alignment, column, line.get(column)) ? 1 : 0;
        }
        return fitting;
    }

    private boolean fits(Alignment alignment, int column, String segment) {
        String text = trim(segment);
        return alignment
                .place(text, widths.get(column) - DisplayWidth.of(text, wide))
                .equals(segment);
    }

    private static String oneForAll(String letters) {
        return letters.chars().allMatch(letter -> letter == letters.charAt(0)) ? letters.substring(0, 1) : letters;
    }

    private List<@Nullable Value> values(List<String> row, String letters) {
        List<@Nullable Value> values = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            String segment = row.get(column);
            boolean fits = fits(DrawnFormat.alignment(letters, column), column, segment);
            values.add(fits ? Cells.plain(trim(segment)) : new Text(segment));
        }
        return values;
    }

    /** Without blanks at its ends; other white space is part of the cell. */
    private static String trim(String segment) {
        int start = 0;
        int end = segment.length();
        while (start < end && segment.charAt(start) == ' ') {
            start++;
        }
        while (end > start && segment.charAt(end - 1) == ' ') {
            end--;
        }
        return segment.substring(start, end);
    }

    /** The widths as a format needs to know them. */
    private List<Integer> widths() {
        boolean follow = true;
        for (int column = 0; column < names.size(); column++) {
            int longest = DisplayWidth.of(Cells.titles(names).get(column), wide);
            for (List<String> row : rows) {
                longest = Math.max(longest, DisplayWidth.of(trim(row.get(column)), wide));
            }
            follow &= widths.get(column) == longest + 2;
        }
        boolean equal = widths.stream().distinct().count() == 1;
        return follow ? List.of() : equal ? widths.subList(0, 1) : widths;
    }
}
