package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How a table is drawn.
 *
 * @param rules the rules by their places: top, head, between, bottom; absent ones are none
 * @param titleBars the bars between titles
 * @param bars the bars between cells
 * @param colons for each column l, r, c or n: where the rule under the titles has colons; or one letter for all
 * @param widths the width of each column between its bars, or one for all; empty if each is that of its longest cell and two
 *     blanks
 * @param titles how titles are aligned, for each column or for all
 * @param cells how cells are aligned, for each column or for all
 * @param wide whether wide characters take two places
 * @param lineEnd ends each line
 * @param ended whether it ends the last line too
 */
record DrawnFormat(
        Map<String, Rule> rules,
        Bars titleBars,
        Bars bars,
        String colons,
        List<Integer> widths,
        String titles,
        String cells,
        boolean wide,
        String lineEnd,
        boolean ended)
        implements Format {

    static final String KIND = "drawn";
    static final String TOP = "top";
    static final String HEAD = "head";
    static final String BETWEEN = "between";
    static final String BOTTOM = "bottom";

    private static final List<String> PLACES = List.of(TOP, HEAD, BETWEEN, BOTTOM);
    private static final String BARS = "bars";
    private static final String TITLE_BARS = "titlebars";
    private static final String COLONS = "colons";
    private static final String WIDTHS = "widths";
    private static final String TITLES = "titles";
    private static final String CELLS = "cells";
    private static final String WIDE = "wide";
    private static final String WINDOWS = "crlf";
    private static final String OPEN = "open";
    private static final Set<String> SETTINGS =
            Set.of(TOP, HEAD, BETWEEN, BOTTOM, BARS, TITLE_BARS, COLONS, WIDTHS, TITLES, CELLS, WIDE, WINDOWS, OPEN);

    /** What usual ways of drawing are called, so that they need few words. */
    private static final Map<String, String> STYLES = new LinkedHashMap<>();

    static {
        STYLES.put("-psql", " head=.-+. bars=|.");
        STYLES.put("-ascii", " top=+-++ head=+-++ bottom=+-++ bars=|");
        STYLES.put("-markdown", " head=|-|| bars=|");
        STYLES.put("-md", " head=|_-|| bars=| widths=5");
        STYLES.put("-box", " top=┌─┬┐ head=├─┼┤ bottom=└─┴┘ bars=│");
    }

    static DrawnFormat of(Words words) {
        String style = STYLES.get(words.kind().substring(KIND.length()));
        Words all = style == null ? words : words.with(style);
        all.allow(SETTINGS);
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String place : PLACES) {
            if (all.has(place)) {
                rules.put(place, Rule.of(all.get(place, "")));
            }
        }
        List<Integer> widths = new ArrayList<>();
        for (String width : all.has(WIDTHS) ? all.get(WIDTHS, "").split(",", -1) : new String[0]) {
            widths.add(Integer.parseInt(width));
        }
        Bars bars = Bars.ofSpec(all.get(BARS, "|"));
        String cells = all.get(CELLS, "l");
        return new DrawnFormat(
                rules,
                all.has(TITLE_BARS) ? Bars.ofSpec(all.get(TITLE_BARS, "")) : bars,
                bars,
                all.get(COLONS, "n"),
                widths,
                all.get(TITLES, cells),
                cells,
                all.has(WIDE),
                all.has(WINDOWS) ? "\r\n" : "\n",
                !all.has(OPEN));
    }

    @Override
    public String words() {
        StringBuilder words = new StringBuilder(drawn());
        add(TITLE_BARS, titleBars.spec(), bars.spec(), words);
        add(COLONS, colons, "n", words);
        add(TITLES, titles, cells, words);
        add(CELLS, cells, "l", words);
        return words.append(wide ? ' ' + WIDE : "")
                .append(lineEnd.equals("\n") ? "" : ' ' + WINDOWS)
                .append(ended ? "" : ' ' + OPEN)
                .toString();
    }

    /** The kind, and how rules, bars and widths are, unless the kind says it. */
    private String drawn() {
        StringBuilder drawn = new StringBuilder();
        for (String place : PLACES) {
            Rule rule = rules.get(place);
            drawn.append(rule == null ? "" : ' ' + place + '=' + rule.spec());
        }
        drawn.append(' ').append(BARS).append('=').append(bars.spec()).append(joined(WIDTHS, widths));
        for (Map.Entry<String, String> style : STYLES.entrySet()) {
            if (drawn.toString().equals(style.getValue()) || drawn.indexOf(style.getValue() + ' ') == 0) {
                return KIND + style.getKey() + drawn.substring(style.getValue().length());
            }
        }
        return KIND + drawn;
    }

    private static void add(String name, String value, String usual, StringBuilder words) {
        if (!value.equals(usual)) {
            words.append(' ').append(name).append('=').append(value);
        }
    }

    private static String joined(String name, List<Integer> numbers) {
        StringJoiner joined = new StringJoiner(",", " " + name + "=", "").setEmptyValue("");
        numbers.forEach(number -> joined.add(number.toString()));
        return joined.toString();
    }

    @Override
    public long filled(int rows) {
        return widths.stream()
                        .mapToLong(Integer::longValue)
                        .filter(width -> width > 0)
                        .sum()
                * Math.max(1, rows);
    }

    @Override
    public String write(Table table) {
        List<String> names = Cells.titles(table.names());
        List<List<String>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(texts(row)));
        List<Integer> all = widths.size() == names.size() ? widths : spread(names, rows);
        StringBuilder out = new StringBuilder();
        rule(TOP, all, out);
        line(
                titleBars,
                titles,
                names.stream().map(name -> name.isEmpty() ? NOTHING : name).toList(),
                all,
                out);
        rule(HEAD, all, out);
        boolean first = true;
        for (List<@Nullable Value> row : table.rows()) {
            if (!first) {
                rule(BETWEEN, all, out);
            }
            first = false;
            line(bars, cells, texts(row), all, out);
        }
        rule(BOTTOM, all, out);
        if (!ended) {
            out.setLength(out.length() - lineEnd.length());
        }
        return out.toString();
    }

    private static List<String> texts(List<@Nullable Value> row) {
        List<String> texts = new ArrayList<>();
        // Blanks alone stand for themselves, a cell without value for what the alignment makes of no text.
        row.forEach(cell -> texts.add(cell == null ? NOTHING : Cells.characters(cell)));
        return texts;
    }

    /** No cell holds this, since cells are parts of lines. */
    private static final String NOTHING = "\n";

    private List<Integer> spread(List<String> names, List<List<String>> rows) {
        List<Integer> all = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            int width = DisplayWidth.of(names.get(column), wide);
            for (List<String> row : rows) {
                String text = row.get(column);
                width = Math.max(width, isVerbatim(text) ? 0 : DisplayWidth.of(text, wide));
            }
            all.add(widths.size() == 1 ? widths.get(0) : width + 2);
        }
        return all;
    }

    private void rule(String place, List<Integer> all, StringBuilder out) {
        Rule rule = rules.get(place);
        if (rule != null) {
            out.append(rule.draw(all, place.equals(HEAD) ? colons : "n")).append(lineEnd);
        }
    }

    private void line(Bars between, String letters, List<String> texts, List<Integer> all, StringBuilder out) {
        List<String> placed = new ArrayList<>();
        for (int column = 0; column < texts.size(); column++) {
            String text = texts.get(column).equals(NOTHING) ? "" : texts.get(column);
            boolean verbatim = isVerbatim(texts.get(column));
            placed.add(verbatim ? text : alignment(letters, column).place(text, room(text, all.get(column))));
        }
        between.join(placed, out);
        out.append(lineEnd);
    }

    private int room(String text, int width) {
        return width - DisplayWidth.of(text, wide);
    }

    static Alignment alignment(String letters, int column) {
        return Alignment.of(letters.charAt(letters.length() == 1 ? 0 : column));
    }

    /** Whether a cell is what stands between the bars, blanks included. */
    static boolean isVerbatim(String text) {
        return text.isEmpty()
                || (!text.equals(NOTHING) && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' '));
    }
}
