package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Texts and literals of the same characters, one after another.
                "[\"1\",1,\"1\",1,\"null\",null,null,\"null\",true,\"true\"]",
                // Objects beside each other with other members, in another order, with none.
                "[{\"a\":1},{\"b\":1},{\"a\":1,\"b\":2},{\"b\":2,\"a\":1},{},{\"a\":1}]",
                // The same members at other depths.
                "{\"a\":{\"a\":{\"a\":1},\"b\":2},\"b\":{\"a\":1}}",
                "[\"a text of more characters than are looked up\",\"a text of more characters than are looked up\"]",
            })
    void should_read_what_recurs_as_it_stands(String json) {
        assertThat(read(json).toJson()).isEqualTo(json);
    }

    @Test
    void should_read_more_values_than_are_remembered() {
        String json = IntStream.range(0, 10_000)
                .mapToObj(i -> i + ",\"" + i % 3_000 + "\"")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(read(json).toJson()).isEqualTo(json);
    }

    @Test
    void should_hold_the_names_of_similar_objects_once() {
        List<Value> rows = rows("[{\"id\":1,\"user\":{\"login\":\"ada\"}},{\"id\":2,\"user\":{\"login\":\"bob\"}}]");

        assertThat(names(rows.get(1))).isSameAs(names(rows.get(0)));
        assertThat(names(value(rows.get(1), 1))).isSameAs(names(value(rows.get(0), 1)));
    }

    @Test
    void should_hold_a_name_once_where_objects_differ() {
        List<Value> rows = rows("[{\"id\":1,\"login\":\"ada\"},{\"login\":\"bob\"}]");

        assertThat(names(rows.get(1)).get(0)).isSameAs(names(rows.get(0)).get(1));
    }

    @Test
    void should_hold_the_names_of_lines_once() {
        List<Value> rows = rows("{\"id\":1}\n{\"id\":2}\n");

        assertThat(names(rows.get(1))).isSameAs(names(rows.get(0)));
    }

    @Test
    void should_hold_a_short_value_once() {
        List<Value> rows = rows("[{\"state\":\"open\",\"seats\":5},{\"state\":\"open\",\"seats\":5}]");

        assertThat(value(rows.get(1), 0)).isSameAs(value(rows.get(0), 0));
        assertThat(value(rows.get(1), 1)).isSameAs(value(rows.get(0), 1));
    }

    @Test
    void should_hold_what_recurs_once_where_the_document_was_cut_off() {
        String rows = "{\"id\":7,\"state\":\"open\"},";
        CutDocument cut = JsonReader.readComplete("[" + rows.repeat(3) + "{\"id\":", Pace.unhurried())
                .orElseThrow();
        List<Value> read = ((Items) cut.document().root()).elements();

        assertThat(cut.toJson()).isEqualTo("[" + rows.repeat(3) + "{\"id\":");
        assertThat(names(read.get(2))).isSameAs(names(read.get(0)));
        assertThat(value(read.get(2), 1)).isSameAs(value(read.get(0), 1));
    }

    private static Value read(String json) {
        return JsonReader.read(json, Pace.unhurried()).orElseThrow().root();
    }

    private static List<Value> rows(String json) {
        return ((Items) read(json)).elements();
    }

    private static List<String> names(Value object) {
        return ((Members) object).names();
    }

    private static Value value(Value object, int member) {
        return ((Members) object).values().get(member);
    }
}
