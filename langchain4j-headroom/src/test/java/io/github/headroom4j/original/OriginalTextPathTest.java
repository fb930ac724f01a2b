package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OriginalTextPathTest {

    private static final String JSON = """
            {"name" : "a\\"b",
             "n": 1.50e+3, "items": [ {"id":1}, {"id":2} ,
              {"id":3, "x~y/z":[ ] } ], "" : null, "t":true}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/name            | \"a\\\"b\"",
                "/n               | 1.50e+3",
                "/t               | true",
                "/                | null",
                "/items/1         | {\"id\":2}",
                "/items/1/id      | 2",
                "/items/0-1       | {\"id\":1}, {\"id\":2}",
                "/items/1-        | {\"id\":2} ,¶  {\"id\":3, \"x~y/z\":[ ] }",
                "/items/2-900     | {\"id\":3, \"x~y/z\":[ ] }",
                "/items/2/x~0y~1z | [ ]",
                "items/0          | {\"id\":1}",
                "#/items/0        | {\"id\":1}",
                "$.items[1].id    | 2",
                "items[1]['id']   | 2",
            })
    void a_pointer_yields_the_exact_characters_of_its_value(String path, String content) {
        assertThat(OriginalText.of(JSON).slice(Selector.path(path)).content()).isEqualTo(content.replace('¶', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/nam         | path must exist, but the text has no member 'nam'; it has name, n, items, , t",
                "/items/3     | path must exist, but /items has only 3 elements, counted from 0: there is no 3",
                "/items/x     | path must have an index such as 34 or a range such as 34-153 below the array /items, but had 'x'",
                "/name/first  | path must lead to a value, but /name is no object or array: it has no 'first'",
                "/items/0-1/id | path may have a range only at its end, but was 'items/0-1/id'",
            })
    void what_is_not_there_is_explained(String path, String message) {
        assertThatThrownBy(() -> OriginalText.of(JSON).slice(Selector.path(path)))
                .isInstanceOf(InvalidSelectorException.class)
                .hasMessage(message);
    }

    @Example
    void the_heading_says_where_the_value_is() {
        assertThat(OriginalText.of(JSON).slice(Selector.path("/items/1")).heading())
                .isEqualTo("[path /items/1, lines 2@36-2@44 of 3]");
    }

    @Example
    void text_without_json_is_explained() {
        assertThatThrownBy(() -> OriginalText.of("just words").slice(Selector.path("/a")))
                .hasMessage("path needs JSON, but this text is none; use lines or grep");
    }

    @Example
    void values_one_after_another_count_as_an_array() {
        String lines = "{\"a\":0}\n{\"a\":1}\n{\"a\":2}\n";
        OriginalText text = OriginalText.of(lines);
        assertThat(text.slice(Selector.path("/1")).content()).isEqualTo("{\"a\":1}");
        assertThat(text.slice(Selector.path("/2/a")).content()).isEqualTo("2");
        assertThat(text.slice(Selector.path("/1-2")).content()).isEqualTo("{\"a\":1}\n{\"a\":2}");
        assertThatThrownBy(() -> text.slice(Selector.path("/3"))).hasMessageContaining("has only 3 elements");
    }

    @Example
    void json_among_other_lines_is_found() {
        String mixed = "HTTP/1.1 200 OK\n[not json\n\n  {\"items\": [10, 20]}\nbye\n";
        assertThat(OriginalText.of(mixed).slice(Selector.path("/items/1")).content())
                .isEqualTo("20");
    }

    @Example
    void broken_json_is_read_up_to_where_it_breaks() {
        String cut = "{\"a\": {\"b\": [1, 2, 3]}, \"c\": [1, 2";
        assertThat(OriginalText.of(cut).slice(Selector.path("/a/b")).content()).isEqualTo("[1, 2, 3]");
        assertThatThrownBy(() -> OriginalText.of(cut).slice(Selector.path("/d")))
                .isInstanceOf(InvalidSelectorException.class);
    }

    @Example
    void an_array_that_is_too_long_ends_after_an_element_and_goes_on_by_path() {
        String json = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"id\":" + (10_000 + i) + "}")
                .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
        Slice first = OriginalText.of(json).slice(Selector.path("/rows"));
        assertThat(first.content()).startsWith("[{\"id\":10000},").endsWith("}");
        assertThat(first.next()).isEqualTo("path=/rows/2520-4999");
        Slice second = OriginalText.of(json).slice(Selector.path("/rows/2520-4999"));
        assertThat(second.content()).startsWith("{\"id\":12520},").endsWith("{\"id\":14999}");
        assertThat(second.next()).isEmpty();
    }

    @Example
    void a_string_that_is_too_long_goes_on_by_lines() {
        String json = "{\"text\":\"" + "word ".repeat(10_000) + "\"}";
        Slice first = OriginalText.of(json).slice(Selector.path("/text"));
        String position = first.next().replace("lines=", "");
        String rest = OriginalText.of(json).slice(Selector.lines(position)).content();
        assertThat(first.content() + rest).isEqualTo("\"" + "word ".repeat(10_000) + "\"");
    }

    @Example
    void lines_and_path_narrow_each_other() {
        assertThat(OriginalText.of(JSON).slice(new Selector("3", "", "/items")).content())
                .isEqualTo("  {\"id\":3, \"x~y/z\":[ ] } ]");
        assertThatThrownBy(() -> OriginalText.of(JSON).slice(new Selector("1", "", "/items")))
                .hasMessage("lines and path must overlap, but /items is at lines 2@24-3@26");
    }

    @Example
    void deep_nesting_is_declined_or_read_but_never_overflows() {
        String deep = "[".repeat(9_000) + "7" + "]".repeat(9_000);
        assertThat(OriginalText.of(deep).slice(Selector.path("/0/0/0")).content())
                .hasSize(17_995);
        assertThatThrownBy(() -> OriginalText.of("[".repeat(200_000)).slice(Selector.path("/0")))
                .isInstanceOf(InvalidSelectorException.class);
    }

    @Example
    void outlines_name_members_and_sizes() {
        String filler = "x".repeat(5_000);
        assertThat(outline("{\"total\":3,\"rows\":[1,2,3],\"text\":\"" + filler + "\"}"))
                .contains(", JSON object with /total, /rows (array of 3), /text;");
        assertThat(outline("[1,[2],\"" + filler + "\"]")).contains(", JSON array of 3 elements;");
        assertThat(outline("{\"a\":1}\n{\"b\":\"" + filler + "\"}\n"))
                .contains(", 2 JSON values, path counts them from /0;");
        assertThat(outline("[1,2,\"" + filler)).doesNotContain("JSON");
    }

    @Property(seed = "5701", tries = 300)
    void every_value_of_every_document_is_found_where_it_was_written(@ForAll("documents") Written document) {
        OriginalText text = OriginalText.of(document.text());
        document.values()
                .forEach((pointer, value) -> assertThat(
                                text.slice(Selector.path(pointer)).content())
                        .as("%s in %s", pointer, document.text())
                        .isEqualTo(value));
    }

    private static String outline(String json) {
        return OriginalText.of(json).slice(Selector.NONE).heading();
    }

    /** A JSON text and the characters of each value in it. */
    record Written(String text, Map<String, String> values) {}

    @Provide
    Arbitrary<Written> documents() {
        Arbitrary<Written> scalars = Arbitraries.of(
                        "1",
                        "-0.5E-3",
                        "true",
                        "null",
                        "\"\"",
                        "\"a b\"",
                        "\"\\\"}]\\\\\"",
                        "\"é😀\"",
                        "\"\\u00e9\"",
                        "12345678901234567890")
                .map(scalar -> new Written(scalar, Map.of()));
        Arbitrary<Written> nested = Arbitraries.lazyOf(() -> scalars, () -> array(scalars), () -> object(scalars));
        return Arbitraries.oneOf(array(nested), object(Arbitraries.oneOf(nested, array(nested))));
    }

    private static Arbitrary<Written> array(Arbitrary<Written> elements) {
        return Combinators.combine(elements.list().ofMaxSize(4), blanks()).as((parts, blank) -> {
            List<String> names =
                    IntStream.range(0, parts.size()).mapToObj(String::valueOf).toList();
            return join("[", names, parts, names.stream().map(name -> "").toList(), "]", blank);
        });
    }

    private static Arbitrary<Written> object(Arbitrary<Written> members) {
        Arbitrary<List<String>> names = Arbitraries.of("id", "a/b", "c~d", "", "e f", "7", "1-2")
                .list()
                .uniqueElements()
                .ofMaxSize(4);
        return names.flatMap(chosen -> Combinators.combine(members.list().ofSize(chosen.size()), blanks())
                .as((parts, blank) -> join(
                        "{",
                        chosen,
                        parts,
                        chosen.stream().map(name -> "\"" + name + "\":" + blank).toList(),
                        "}",
                        blank)));
    }

    private static Arbitrary<String> blanks() {
        return Arbitraries.of("", " ", "\n", "\t\n ");
    }

    private static Written join(
            String open, List<String> names, List<Written> parts, List<String> heads, String close, String blank) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Written part = parts.get(i);
            String pointer = "/" + names.get(i).replace("~", "~0").replace("/", "~1");
            values.put(pointer, part.text());
            part.values().forEach((below, value) -> values.put(pointer + below, value));
            texts.add(blank + heads.get(i) + part.text() + blank);
        }
        return new Written(open + String.join(",", texts) + close, values);
    }
}
