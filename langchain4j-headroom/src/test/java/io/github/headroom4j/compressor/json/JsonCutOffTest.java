package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Values;
import io.github.headroom4j.content.ContentDetectors;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Documents that a tool cut off. */
class JsonCutOffTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    @Example
    void rows_become_a_table_and_the_rest_stays_verbatim() {
        String json = "{\"total\":60,\"items\":[" + rows(40) + ",{\"id\":40,\"na";

        String repacked = read(json).orElseThrow().repack().orElseThrow();

        assertThat(repacked)
                .startsWith("{total:60,items:@1}\n@1 /items 40 rows\n")
                .endsWith("\n… cut off within 2 open brackets; it goes on, verbatim:\n,{\"id\":40,\"na");
        assertThat(JsonCompressor.decode(repacked)).contains(json);
    }

    @Example
    void a_note_of_the_tool_that_cut_it_off_stays() {
        String json = "[" + rows(40) + ",{\"id\":40,\"na... [truncated, 5000 more characters]\n";

        assertThat(read(json).orElseThrow().repack().flatMap(JsonCompressor::decode))
                .contains(json);
        assertThat(detected(json)).isEqualTo(ContentType.JSON);
    }

    @Example
    void a_number_at_the_very_end_may_go_on_and_is_no_value() {
        assertThat(PrefixReader.read("[1,2,34", Pace.unhurried()).orElseThrow().tail())
                .isEqualTo(",34");
    }

    @Example
    void lines_that_end_within_one_are_read() {
        String lines = rows(40).replace("},", "}\n") + "\n{\"id\":40,\"name\":\"user";

        assertThat(read(lines).orElseThrow().repack().flatMap(JsonCompressor::decode))
                .contains(lines);
        assertThat(detected(lines)).isEqualTo(ContentType.NDJSON);
    }

    @Example
    void documents_one_after_another_are_read() {
        String documents = IntStream.range(0, 30)
                .mapToObj(i -> "{\n\t\"Dir\": \"/src/" + i + "\",\n\t\"Deps\": [\"fmt\"]\n}\n")
                .collect(Collectors.joining());

        assertThat(read(documents).orElseThrow().repack().flatMap(JsonCompressor::decode))
                .contains(documents.replaceAll("[\n\t ]", "").replace("}{", "}\n{") + "\n");
        assertThat(detected(documents)).isEqualTo(ContentType.NDJSON);
    }

    @Example
    void rows_are_left_out_of_what_is_complete() {
        String json = "[" + rows(300) + ",{\"id\":300,\"na";

        String selected = read(json)
                .orElseThrow()
                .select(TokenBudget.asFarAsSafe())
                .orElseThrow()
                .markedWith(OriginalMarker.of(json));

        assertThat(selected).contains("… ", "verbatim:\n,{\"id\":300,\"na");
        assertThat(JsonCompressor.decode(selected)).get().asString().endsWith(",{\"id\":300,\"na");
    }

    @Example
    void text_that_goes_on_as_something_else_is_no_json_that_was_cut_off() {
        String json = "[" + rows(5) + "\n" + "but then it is prose. ".repeat(40);

        assertThat(detected(json)).isNotEqualTo(ContentType.JSON);
    }

    @Property(tries = 3_000, seed = "2301", shrinking = ShrinkingMode.OFF)
    void wherever_it_is_cut_off_it_decodes_to_the_same_characters(@ForAll("values") Value value, @ForAll int where) {
        String json = value.toJson();
        String cut = json.substring(0, Math.floorMod(where, json.length()) + 1);

        read(cut)
                .ifPresent(content -> assertThat(content.repack().flatMap(JsonCompressor::decode))
                        .contains(cut));
    }

    @Provide
    Arbitrary<Value> values() {
        return Values.records();
    }

    private static ContentType detected(String text) {
        return ContentDetectors.firstConfident(ContentDetectors.standard())
                .detect(text)
                .map(Detection::type)
                .orElseThrow();
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":" + i + ",\"name\":\"user" + i * 7 % 41 + "\",\"open\":" + (i % 3 == 0) + "}")
                .collect(Collectors.joining(","));
    }

    private static Optional<? extends Selectable> read(String json) {
        return new JsonCompressor().parse(json, CompressionContext.of(COUNTER));
    }
}
