package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows of a list of search hits a question brings up. */
class RowRelevanceTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    @Test
    void should_show_the_row_whose_name_the_question_spells_out_in_other_inflections() {
        // Many bodies repeat the question's words; only one name is made of them.
        String json = hits(61, "org.example.Reader#readMatchingBracket(String)", "return cursor.next();");

        assertThat(selected(json, "Reads up to the matching brackets")).contains("readMatchingBracket");
    }

    private static String selected(String json, String query) {
        CompressionContext context = CompressionContext.of(COUNTER).withQuery(query);
        return new JsonCompressor()
                .parse(json, context)
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(json)))
                .orElseThrow();
    }

    /** Two hundred hits about streams and brackets, and one other at a place. */
    private static String hits(int place, String symbol, String body) {
        return IntStream.range(0, 200)
                .mapToObj(i -> i == place
                        ? hit(i, symbol, body)
                        : hit(
                                i,
                                "org.example.Stream" + i % 7 + "#step" + (char) ('A' + i % 26) + "(int)",
                                "if (bracket" + i
                                        + " == '[') { reader.read(matching, bracket, upTo); } // reads a stream"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String hit(int line, String symbol, String body) {
        return "{\"line\":" + line + ",\"symbol\":\"" + symbol + "\",\"snippet\":\"" + body + "\"}";
    }
}
