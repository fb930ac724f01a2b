package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonSelectionTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    @Test
    void should_show_error_rows_when_most_are_not() {
        String json = array(200, i -> row(i, i == 77 ? "FAILED" : "ok", 10 + i % 7));

        assertThat(selected(json, "")).containsPattern("\n77[\t,]FAILED").contains("status ok×");
    }

    @Test
    void should_show_each_kind_of_error_and_count_the_rest_when_all_rows_are_errors() {
        String json = array(200, i -> row(i, i % 2 == 0 ? "timeout error" : "access denied", 10 + i % 7));

        String selected = selected(json, "");

        assertThat(selected).contains("timeout error").contains("access denied").contains("timeout error×");
        assertThat(COUNTER.count(selected)).isLessThan(COUNTER.count(json) / 5);
    }

    @Test
    void should_show_first_peak_and_last_of_a_period_when_a_measure_leaves_its_range() {
        String json = array(200, i -> row(i, "ok", i >= 120 && i < 130 ? 900 + (i - 120) * (130 - i) : 10 + i * 7 % 5));

        assertThat(selected(json, "")).contains("\n120\t").contains("\n125\t").contains("\n129\t");
    }

    @Test
    void should_show_rare_categories_and_rows_with_a_rare_member() {
        String json = array(
                300,
                i -> i == 211
                        ? "{\"id\":211,\"status\":\"ok\",\"ms\":12,\"note\":\"left alone\"}"
                        : row(i, i == 90 ? "quarantined" : i % 3 == 0 ? "idle" : "ok", 12));

        assertThat(selected(json, "")).contains("\n90\tquarantined").contains("left alone");
    }

    @Test
    void should_show_the_row_that_holds_a_rare_state_in_an_array_of_its_own() {
        String json = array(
                120,
                i -> "{\"owner\":\"a" + i % 9 + "\",\"parts\":[{\"name\":\"p-" + (1000 + i)
                        + "\",\"state\":{\"word\":\"" + (i == 71 ? "stopped" : "running") + "\"}}]"
                        + (i % 2 == 0 ? "" : ",\"tags\":[]") + "}");

        assertThat(selected(json, "")).contains("p-1071").contains("stopped");
    }

    @Test
    void should_show_the_row_that_the_query_names() {
        String json = array(300, i -> "{\"order\":\"order-" + (4000 + i * 7) + "\",\"state\":\"shipped\"}");

        assertThat(selected(json, "What happened to order-5043?")).contains("5043");
    }

    @Test
    void should_keep_rows_near_the_query_whole_and_in_order() {
        String json = array(
                100,
                i -> "{\"place\":\"src/File" + i + ".java\",\"line\":" + i * 3 + ",\"snippet\":\""
                        + (i == 40 || i == 73
                                ? "void checkDeadline() { throw new Late(" + i + "); }"
                                : "int field" + i + " = 0;")
                        + "\"}");

        assertThat(selected(json, "where is the deadline checked"))
                .containsSubsequence(
                        "File", "120\tvoid checkDeadline() { throw new Late(40); }", "219\tvoid checkDeadline");
    }

    @Test
    void should_shorten_long_texts_but_not_those_of_the_rows_nearest_to_the_query() {
        String words = "lorem ipsum dolor ".repeat(60);
        String json = array(60, i -> "{\"n\":" + i + ",\"text\":\"" + (i == 30 ? "gearbox " : "") + words + i + "\"}");

        assertThat(JsonCompressor.decode(selected(json, "gearbox")))
                .get()
                .asString()
                .contains("{\"n\":30,\"text\":\"gearbox " + words + "30\"}")
                .containsPattern("\\{\"n\":0,\"text\":\"lorem [a-z ]+ … \\d+ characters … [a-z ]+0\"}");
    }

    @Test
    void should_tell_of_measured_series_between_which_values_each_moves() {
        String measured = array(
                120,
                i -> "{\"time\":\"10:%02d:%02d\",\"service\":\"%s\",\"cpu\":%d.5,\"files\":%d,\"errors\":%s}"
                        .formatted(
                                i / 60,
                                i % 60,
                                List.of("web", "db", "mq").get(i % 3),
                                i % 3 * 40 + i % 7,
                                i % 5 + 20,
                                i % 3 == 0 ? i / 40 : "null"));

        String shown = selected(measured, "what is wrong with web since 10:22?");

        assertThat(shown)
                .contains("rows not shown: by service, lowest..highest: cpu files errors\n")
                .containsPattern("\n… web×\\d+ 0\\.5\\.\\.6\\.5 20\\.\\.24 0\\.\\.2\n")
                .containsPattern("\n… mq×\\d+ 80\\.5\\.\\.86\\.5 20\\.\\.24 null\n");
        assertThat(shown.lines().filter(line -> line.matches("\\d\\d:\\d\\d\\b.*")))
                .hasSizeLessThan(12);
    }

    @Test
    void should_show_records_with_numbers_that_the_query_names() {
        String orders = array(
                120,
                i -> "{\"date\":\"2026-03-%02d\",\"state\":\"%s\",\"customer\":\"c%d\",\"cents\":%d,\"items\":%d}"
                        .formatted(
                                1 + i / 5, i % 2 == 0 ? "open" : "paid", i * 7919 % 1000, i * 104729 % 100000, i % 5));

        assertThat(selected(orders, "which order is of 16843 cents?"))
                .contains("16843")
                .doesNotContain("by state");
    }

    @Test
    void should_sum_up_what_is_not_shown() {
        String json = array(100, i -> row(i, i % 4 == 0 ? "idle" : "busy", i));

        assertThat(selected(json, ""))
                .contains("rows not shown: ")
                .containsPattern("status busy×\\d+ idle×\\d+")
                .containsPattern("ms \\d+\\.\\.\\d+ median \\d+");
    }

    @Test
    void should_say_what_a_table_stands_for_and_where_rows_are_missing() {
        String json = "{\"data\":{\"items\":" + array(100, i -> row(i, "ok", i % 9)) + "}}";

        assertThat(selected(json, ""))
                .startsWith("{data:{items:@1}}\n@1 /data/items 100 rows\n")
                .containsPattern("… \\d+ rows \\(\\d+-98\\)");
    }

    @Test
    void should_mark_what_is_missing_of_numbers_and_texts() {
        String numbers = array(500, i -> Integer.toString(i * i % 97));
        String texts = array(500, i -> "\"word" + i + "\"");

        assertThat(selected(numbers, "")).contains("500 rows").contains("… ").contains("value 0..96 median");
        assertThat(selected(texts, "")).contains("500 rows").contains("… ");
    }

    @Test
    void should_decode_what_is_shown() {
        String json = array(200, i -> row(i, i == 77 ? "FAILED" : "ok", 10 + i % 7));

        Optional<String> shown = JsonCompressor.decode(selected(json, ""));

        assertThat(shown).get().asString().startsWith("[" + row(0, "ok", 10)).contains(row(77, "FAILED", 10));
    }

    @Test
    void should_stay_within_a_budget_when_vital_rows_allow() {
        String json = array(400, i -> row(i, i % 2 == 0 ? "ok" : "idle", 10 + i % 7));

        String body = select(json, "", TokenBudget.tokens(300));

        assertThat(COUNTER.count(body)).isBetween(150, 340);
    }

    @Test
    void should_leave_nothing_out_of_records_and_short_arrays() {
        String record = IntStream.range(0, 40)
                .mapToObj(i -> "\"field" + i + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(new JsonCompressor()
                        .parse(record, CompressionContext.of(COUNTER))
                        .orElseThrow()
                        .select(TokenBudget.asFarAsSafe()))
                .isEmpty();
    }

    private static String row(int id, String status, int ms) {
        return String.format(Locale.ROOT, "{\"id\":%d,\"status\":\"%s\",\"ms\":%d}", id, status, ms);
    }

    private static String array(int size, IntFunction<String> row) {
        return IntStream.range(0, size).mapToObj(row).collect(Collectors.joining(",", "[", "]"));
    }

    private static String selected(String json, String query) {
        return select(json, query, TokenBudget.asFarAsSafe());
    }

    private static String select(String json, String query, TokenBudget budget) {
        return new JsonCompressor()
                .parse(json, CompressionContext.of(COUNTER).withQuery(query))
                .orElseThrow()
                .select(budget)
                .orElseThrow()
                .markedWith(OriginalMarker.of(json));
    }
}
