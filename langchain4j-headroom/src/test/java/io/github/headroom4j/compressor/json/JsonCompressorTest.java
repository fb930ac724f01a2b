package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import io.github.headroom4j.compressor.Repackable;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Values;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class JsonCompressorTest extends CompressorContract {

    /** Reads JSON with none of our code. */
    private static final JsonFactory STRANGER = new JsonFactory();

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    @Override
    protected Compressor compressor() {
        return new JsonCompressor();
    }

    @Override
    protected Optional<Function<String, Optional<String>>> decoder() {
        return Optional.of(JsonCompressor::decode);
    }

    /** White space between values is what the notation does not keep. */
    @Override
    protected Object meaning(String text) {
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = STRANGER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.add(token + " " + parser.getText());
            }
        } catch (IOException e) {
            tokens.add("cut off");
        }
        return tokens;
    }

    @Override
    protected List<String> typicalTexts() {
        String issues = IntStream.range(0, 60)
                .mapToObj(i -> """
                        {"id": %d, "url": "https://api.example.org/issues/%d", "state": "%s", "title": "Order %d is late",
                         "user": {"login": "user%d", "site_admin": false}, "labels": [{"name": "bug"}, {"name": "p%d"}]}
                        """.formatted(4700 + i, 4700 + i, i % 7 == 0 ? "open" : "closed", i, i % 5, i % 3))
                .collect(Collectors.joining(",", "[", "]"));
        String lines = IntStream.range(0, 40)
                .mapToObj(i -> "{\"level\":\"" + (i == 17 ? "ERROR" : "INFO") + "\",\"n\":" + i + "}\n")
                .collect(Collectors.joining());
        return List.of(
                "{\n  \"name\": \"small\",\n  \"values\": [1, 2.50, 3e2, null, true, \"4\"]\n}\n",
                issues,
                lines,
                "{\"total\": 60, \"items\": " + issues + ", \"next\": null}",
                IntStream.range(0, 500).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]")));
    }

    @Property(tries = 2_000, seed = "2101", shrinking = ShrinkingMode.OFF)
    void repacked_text_decodes_to_the_same_values(@ForAll("values") Value value) {
        String json = value.toJson();

        Optional<String> repacked = parse(json).flatMap(Repackable::repack);

        assertThat(repacked.flatMap(JsonCompressor::decode)).contains(json);
    }

    @Example
    void number_lexemes_member_order_and_absence_are_kept() {
        String json = """
                [{"b":1.0,"a":1.00,"c":null},{"b":1e5,"a":"1e5","c":""},{"b":123456789012345678901234567890,"a":-0}]""";

        Optional<String> repacked = parse(json).flatMap(Repackable::repack);

        assertThat(repacked.flatMap(JsonCompressor::decode)).contains(json);
    }

    @Example
    void white_space_goes_even_if_nothing_else_can() {
        assertThat(parse("[ 1,\n  2 ]").flatMap(Repackable::repack)).contains("[1,2]");
    }

    @Example
    void a_document_that_is_not_strict_json_is_declined() {
        assertThat(List.of(
                        "",
                        " ",
                        "[1,2",
                        "[1] x",
                        "{\"a\":1,\"a\":2}",
                        "[NaN]",
                        "\uFEFF[1]",
                        "{a:1}",
                        "['a']",
                        "[1,]",
                        "[01]",
                        "{\"a\":1}\nnot json",
                        "[".repeat(65) + "]".repeat(65)))
                .allSatisfy(text -> assertThat(parse(text)).as(text).isEmpty());
    }

    @Example
    void a_document_of_the_greatest_depth_is_read() {
        String json = "[".repeat(64) + "]".repeat(64);

        assertThat(parse(json).flatMap(Repackable::repack).flatMap(JsonCompressor::decode))
                .contains(json);
    }

    @Example
    void lines_are_decoded_to_lines() {
        String lines = """
                {"level":"INFO","message":"started"}
                {"level":"WARN","message":"slow"}
                {"level":"INFO","message":"stopped"}
                """;

        assertThat(parse(lines).flatMap(Repackable::repack).flatMap(JsonCompressor::decode))
                .contains(lines);
    }

    @Example
    void lines_of_different_kinds_are_decoded_too() {
        String lines = "{\"name\": \"small\",  \"values\": [1, 2.50, 3e2]}\n0.1\n";

        assertThat(parse(lines).flatMap(Repackable::repack).flatMap(JsonCompressor::decode))
                .contains("{\"name\":\"small\",\"values\":[1,2.50,3e2]}\n0.1\n");
    }

    @Example
    void what_is_not_our_notation_is_not_decoded() {
        assertThat(JsonCompressor.decode("@ 3 rows\na\n1")).isEmpty();
        assertThat(JsonCompressor.decode("two\nlines")).isEmpty();
    }

    @Provide
    Arbitrary<Value> values() {
        return Values.records();
    }

    private static Optional<? extends Repackable> parse(String json) {
        return new JsonCompressor().parse(json, CompressionContext.of(COUNTER));
    }
}
