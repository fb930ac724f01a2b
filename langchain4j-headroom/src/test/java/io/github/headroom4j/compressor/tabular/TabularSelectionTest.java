package io.github.headroom4j.compressor.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TabularSelectionTest {

    private static final Pattern NOTE = Pattern.compile("(?m)^… \\d+ lines? \\((\\d+)(?:-(\\d+))?\\)$");

    @Test
    void should_show_errors_outliers_and_what_the_query_names_when_rows_are_left_out() {
        String shown = select(TableSamples.orders(','), "what about order-4728?");

        assertThat(shown)
                .contains("failed: card refused")
                .contains("99999.5")
                .contains("4728")
                .contains("rows not shown:")
                .contains("paid×");
        assertThat(TokenCounter.o200k().count(shown))
                .isLessThan(TokenCounter.o200k().count(TableSamples.orders(',')) / 3);
    }

    @Test
    void should_number_lines_of_the_original_when_cells_go_over_several() {
        String text = TableSamples.quoted();

        List<String> hidden = hidden(select(text, ""), text);

        assertThat(hidden).isNotEmpty();
        for (String lines : hidden) {
            // Each run begins where a row does and ends where one does, since rows are not cut.
            assertThat(lines).startsWith("\"item, no ").endsWith(".50\n");
            assertThat(lines.chars().filter(c -> c == '"').count() % 2).isZero();
        }
    }

    @Test
    void should_show_each_row_or_tell_its_lines() {
        String text = TableSamples.orders(';');
        String shown = select(text, "");
        String hidden = String.join("", hidden(shown, text));

        for (int i = 4701; i <= 4760; i++) {
            boolean told = hidden.contains("order-" + i + ";");
            boolean seen =
                    Pattern.compile("(?m)^(order-)?" + i + "\t").matcher(shown).find();
            assertThat(told ^ seen)
                    .as("order-%d told %s seen %s", i, told, seen)
                    .isTrue();
        }
    }

    @Test
    void should_number_lines_of_the_whole_original_when_the_table_is_a_part_of_it() {
        String text = TableSamples.psql();
        CompressionContext context = CompressionContext.of(TokenCounter.o200k()).startingAt(101);

        String shown = select(text, context);

        Matcher note = NOTE.matcher(shown);
        assertThat(note.find()).isTrue();
        assertThat(Integer.parseInt(note.group(1))).isBetween(103, 128);
        assertThat(shown).contains("(25 rows)");
    }

    @Test
    void should_keep_lines_of_a_row_together_when_psql_wraps_it() {
        StringBuilder text = new StringBuilder(" id |  note   \n----+---------\n");
        for (int i = 10; i < 60; i++) {
            text.append(" ").append(i).append(" | first  +\n    | second\n");
        }

        List<String> hidden = hidden(select(text.toString(), ""), text.toString());

        assertThat(hidden)
                .isNotEmpty()
                .allSatisfy(lines -> assertThat(lines).matches("(?s) \\d\\d.*").endsWith("| second\n"));
    }

    @Test
    void should_cover_the_rules_between_rows_when_each_row_has_one() {
        StringBuilder text = new StringBuilder("+----+---+\n| id | v |\n+====+===+\n");
        for (int i = 10; i < 60; i++) {
            text.append("| ").append(i).append(" | x |\n+----+---+\n");
        }
        String shown = select(text.toString(), "");

        assertThat(String.join("", hidden(shown, text.toString())).lines().filter(line -> line.contains("x")))
                .hasSizeGreaterThan(30);
    }

    @Test
    void should_leave_short_tables_whole() {
        String text = "a,b\n1,2\n3,4\n5,6\n";

        assertThat(new TabularCompressor()
                        .parse(text, CompressionContext.of(TokenCounter.o200k()))
                        .orElseThrow()
                        .select(TokenBudget.tokens(1)))
                .isEmpty();
    }

    private static String select(String text, String query) {
        return select(text, CompressionContext.of(TokenCounter.o200k()).withQuery(query));
    }

    private static String select(String text, CompressionContext context) {
        return new TabularCompressor()
                .parse(text, context)
                .orElseThrow()
                .select(TokenBudget.asFarAsSafe())
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElseThrow();
    }

    /** What the notes speak of, read as the retrieve tool reads it. */
    private static List<String> hidden(String shown, String text) {
        List<String> hidden = new ArrayList<>();
        Matcher note = NOTE.matcher(shown);
        while (note.find()) {
            int first = Integer.parseInt(note.group(1));
            int last = note.group(2) == null ? first : Integer.parseInt(note.group(2));
            hidden.add(lines(text, first, last));
        }
        return hidden;
    }

    private static String lines(String text, int first, int last) {
        String[] lines = text.split("(?<=\n)");
        return String.join("", List.of(lines).subList(first - 1, last));
    }
}
