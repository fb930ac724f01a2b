package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that a search has found, of which each holds a long text. */
class FoundTextsTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    private static final String BODY =
            "    result = []\\n    for item in items:\\n        result.append(handle(item, result))\\n"
                    + "    logger.debug('handled %d items of kind %s', len(result), kind)\\n    return result";

    @Test
    void should_name_every_function_and_show_of_the_near_ones_what_is_near() {
        String json =
                array(20, i -> function(i, i == 13 ? "Check if the directory exists." : "Handle items of a kind."));

        String selected = selected(json, "python check if dir exists");

        IntStream.range(0, 20).forEach(i -> assertThat(selected).contains("tools.py#f" + i + "_"));
        assertThat(selected)
                .contains("def f13_handle(items, kind):")
                .contains("Check if the directory exists.")
                .doesNotContain("logger.debug");
        assertThat(COUNTER.count(selected)).isLessThan(COUNTER.count(json) / 4);
    }

    @Test
    void should_show_what_the_query_calls_by_name() {
        String json = array(20, i -> function(i, "Handle order-" + (7000 + i) + " and others of the kind."));

        assertThat(selected(json, "who handles order-7013?")).contains("Handle order-7013 and others");
    }

    @Test
    void should_not_excerpt_texts_where_nothing_is_asked() {
        String json = array(20, i -> function(i, "Handle items of a kind."));

        assertThat(selected(json, "")).doesNotContain("handle(items, kind): …");
    }

    @Test
    void should_not_excerpt_texts_that_nothing_names() {
        String json = array(
                20, i -> function(i, "Handle items of a kind.").replace("tools.py#f" + i + "_handle", "tools.py"));

        assertThat(selected(json, "python check if dir exists")).doesNotContain("handle(items, kind): …");
    }

    @Test
    void should_show_of_chosen_rows_what_is_near_and_not_said_by_the_row_already() {
        String json = array(100, FoundTextsTest::snippet);

        String selected = selected(json, "which method verifies the header checksum?");

        assertThat(selected)
                .as("the nearest is whole")
                .contains("int verifyHeaderChecksum(Input in41)")
                .contains("in41.skip(697);\\n")
                .contains("return in41.readInt();")
                .as("the last is shown for its place")
                .contains("int computeValue99(Input in99)")
                .doesNotContain("in99.skip(");
    }

    @Test
    void should_show_few_found_rows_and_not_list_names_of_the_others() {
        String json = array(100, FoundTextsTest::snippet);

        String selected = shown(json, "which method verifies the header checksum?");

        assertThat(selected).contains("verifyHeaderChecksum").doesNotContain("most often");
        assertThat(COUNTER.count(selected)).isLessThan(COUNTER.count(json) / 12);
    }

    @Test
    void should_keep_causes_in_excerpts() {
        String json = array(
                100,
                i -> "{\"name\":\"step-" + i + "-of-the-job\",\"took\":" + i * 31 % 17
                        + ",\"log\":\"Started the step number " + i * 7919
                        + "\\n\\tat one.Two.three(Two.java:" + i * 3 + ")\\nCaused by: a.Late: after " + i * 13
                        + " ms\\n\\tat four.Five.six(Five.java:" + i * 5 + ")\"}");

        assertThat(selected(json, "which step was started?"))
                .contains("Caused by: a.Late: after 13 ms")
                .doesNotContain("at four.Five");
    }

    @Test
    void should_not_excerpt_patches() {
        String json = array(
                20,
                i -> "{\"file\":\"src/Part" + i * 37 + ".java\",\"patch\":\"@@ -" + i * 3 + ",3 +" + i * 3
                        + ",3 @@ class Part\\n     int a" + i * 7919 + ";\\n-    int b" + i * 31 + ";\\n+    int c"
                        + i * 13
                        + ";\\n     int d" + i * 5 + ";\\n     int e" + i * 91 + ";\"}");

        assertThat(selected(json, "what changed in class Part?")).doesNotContain("…");
    }

    private static String snippet(int i) {
        String name = i == 41 ? "verifyHeaderChecksum" : "computeValue" + i;
        String signature = "int " + name + "(Input in" + i + ")";
        return "{\"url\":\"https://example.org/some-owner/some-repository/blob/main/src/Part" + i * 7919
                + ".java\",\"path\":\"src/Part" + i * 37 % 11 + ".java\",\"line\":" + i * 91 % 1009
                + ",\"symbol\":\"Part#" + name
                + "\",\"signature\":\"" + signature + "\",\"snippet\":\"    " + signature
                + " {\\n        in" + i + ".skip(" + i * 17 + ");\\n        log.debug(\\\"at {}\\\", in" + i
                + ".place());\\n        return in" + i + ".readInt();\\n    }\"}";
    }

    private static String function(int i, String doc) {
        return "{\"symbol\":\"tools.py#f" + i + "_handle\",\"code\":\"def f" + i
                + "_handle(items, kind):\\n    \\\"\\\"\\\"\\n    " + doc + "\\n    \\\"\\\"\\\"\\n" + BODY + "\"}";
    }

    private static String array(int rows, IntFunction<String> row) {
        return IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining(",", "[", "]"));
    }

    private static String selected(String json, String query) {
        return JsonCompressor.decode(shown(json, query)).orElseThrow();
    }

    private static String shown(String json, String query) {
        return new JsonCompressor()
                .parse(json, CompressionContext.of(COUNTER).withQuery(query))
                .orElseThrow()
                .select(TokenBudget.asFarAsSafe())
                .map(selection -> selection.markedWith(OriginalMarker.of(json)))
                .orElse(json);
    }
}
