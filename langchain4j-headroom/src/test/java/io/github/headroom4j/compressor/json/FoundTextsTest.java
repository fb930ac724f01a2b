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

    private static String function(int i, String doc) {
        return "{\"symbol\":\"tools.py#f" + i + "_handle\",\"code\":\"def f" + i
                + "_handle(items, kind):\\n    \\\"\\\"\\\"\\n    " + doc + "\\n    \\\"\\\"\\\"\\n" + BODY + "\"}";
    }

    private static String array(int rows, IntFunction<String> row) {
        return IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining(",", "[", "]"));
    }

    private static String selected(String json, String query) {
        String shown = new JsonCompressor()
                .parse(json, CompressionContext.of(COUNTER).withQuery(query))
                .orElseThrow()
                .select(TokenBudget.asFarAsSafe())
                .map(selection -> selection.markedWith(OriginalMarker.of(json)))
                .orElse(json);
        return JsonCompressor.decode(shown).orElseThrow();
    }
}
