package io.github.headroom4j.compressor.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Tables of arbitrary cells, written by writers of our own that know nothing of the compressor. */
class TabularPropertyTest {

    private static final List<String> TITLES = List.of("one", "two", "three", "four");

    @Property(tries = 400, seed = "4901")
    void csv_of_any_cells_is_repacked_exactly(
            @ForAll("rows") List<List<String>> rows, @ForAll @IntRange(max = 3) int way) {
        String delimiter = way == 3 ? ";" : ",";
        String lineEnd = way == 1 ? "\r\n" : "\n";
        Function<String, String> cell = way == 0 ? TabularPropertyTest::quote : text -> quoteIfNeeded(text, delimiter);
        String text = TITLES.stream().map(cell).collect(Collectors.joining(delimiter, "", lineEnd))
                + rows.stream()
                        .map(row -> row.stream().map(cell).collect(Collectors.joining(delimiter)))
                        .collect(Collectors.joining(lineEnd, "", lineEnd));

        assertExact(text);
    }

    @Property(tries = 200, seed = "4902")
    void drawn_tables_of_any_cells_are_repacked_exactly(
            @ForAll("rows") List<List<String>> rows, @ForAll @IntRange(max = 2) int way) {
        List<List<String>> plain = rows.stream()
                .map(row -> row.stream().map(TabularPropertyTest::drawable).toList())
                .toList();
        StringBuilder text = new StringBuilder();
        int[] widths = new int[TITLES.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            int longest = plain.stream()
                    .mapToInt(row -> row.get(at).codePointCount(0, row.get(at).length()))
                    .max()
                    .orElse(0);
            widths[column] = Math.max(longest, TITLES.get(column).length());
        }
        String rule = way == 2 ? "+" : "|";
        line(TITLES, widths, way > 0, text);
        for (int width : widths) {
            text.append(rule).append("-".repeat(way > 0 ? width + 2 : 3));
        }
        text.append(rule).append('\n');
        plain.forEach(row -> line(row, widths, way > 0, text));

        assertExact(text.toString());
    }

    private static void line(List<String> cells, int[] widths, boolean aligned, StringBuilder out) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            int room = aligned ? widths[column] - cell.codePointCount(0, cell.length()) : 0;
            out.append("| ").append(cell).append(" ".repeat(room)).append(' ');
        }
        out.append("|\n");
    }

    private static void assertExact(String text) {
        Optional<String> repacked = new TabularCompressor()
                .parse(text, CompressionContext.of(TokenCounter.o200k()))
                .flatMap(Selectable::repack);
        assertThat(repacked).isPresent();
        assertThat(repacked.flatMap(TabularCompressor::decode)).contains(text);
    }

    private static String quoteIfNeeded(String text, String delimiter) {
        boolean needed = text.contains(delimiter) || text.contains("\"") || text.contains("\n") || text.contains("\r");
        return needed ? quote(text) : text;
    }

    private static String quote(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Without bars, backslashes and line ends, which tools that draw tables leave out or escape, nor blanks at its ends. */
    private static String drawable(String text) {
        String drawable =
                text.replaceAll("[|│┃║\\\\\r\n\t\u0085\u2028\u2029]", "").strip();
        return drawable;
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> words = Arbitraries.of(
                "", "0", "007", "1.50", "-", "…", "null", "true", "NA", "*1", "&1 x", "~x", "a/b/c", "a/b/d", "<>",
                "@1", "(x)", "x y");
        Arbitrary<String> wild = Arbitraries.strings()
                .withChars("ab \"',;|\n\r\t~/-:.…<>{}[]()@#*&=\\0123é日\ud83d\ude00")
                .ofMaxLength(12)
                .map(text -> text.replaceAll("[\ud83d\ude00]", "\ud83d\ude00"));
        Arbitrary<String> cells = Arbitraries.frequencyOf(Tuple.of(3, words), Tuple.of(2, wild));
        return cells.list().ofSize(TITLES.size()).list().ofMinSize(3).ofMaxSize(25);
    }
}
