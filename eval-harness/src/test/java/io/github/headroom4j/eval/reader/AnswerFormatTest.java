package io.github.headroom4j.eval.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnswerFormatTest {

    private final AnswerFormat format = AnswerFormat.items("An item is a fruit.");

    @Test
    void should_tell_what_items_are_and_how_to_write_them() {
        assertThat(format.instructions()).startsWith("An item is a fruit.").contains("{\"items\": [");
    }

    @Test
    void should_find_the_object_whatever_stands_around_it() {
        assertThat(format.parse("{\"items\":[\"a\",\" b \",\"a\",\"\"]}")).contains(List.of("a", "b"));
        assertThat(format.parse("Sure!\n```json\n{\"items\": [\"x{y}\"]}\n```\nAnything else?"))
                .contains(List.of("x{y}"));
        assertThat(format.parse("{\"note\":{\"items\":[\"inner\"]},\"items\":[\"outer\"]}"))
                .contains(List.of("outer"));
        assertThat(format.parse("{\"items\":[]}")).contains(List.of());
    }

    @Test
    void of_several_answers_the_last_one_should_count() {
        assertThat(format.parse("{\"items\":[\"a\"]} no, wait: {\"items\":[\"b\"]}"))
                .contains(List.of("b"));
        assertThat(format.parse("{\"items\":[\"a\"]} no: {\"items\":\"b\"}")).isEmpty();
    }

    @Test
    void should_not_take_anything_else_for_an_answer() {
        for (String reply : List.of(
                "",
                "root:postgres",
                "[\"a\"]",
                "{\"items\":\"a\"}",
                "{\"items\":[1]}",
                "{\"items\":[null]}",
                "{\"items\":[\"a\"",
                "{\"item\":[\"a\"]}",
                "{\"items\":[\"" + "x".repeat(200_000) + "\"]}",
                "{".repeat(100_000))) {
            assertThat(format.parse(reply))
                    .as(reply.substring(0, Math.min(30, reply.length())))
                    .isEmpty();
        }
    }

    @Test
    void a_short_answer_should_be_whatever_is_said_unless_it_is_that_there_is_none() {
        assertThat(AnswerFormat.shortAnswer().parse(" 40 connections\n")).contains(List.of("40 connections"));
        assertThat(AnswerFormat.shortAnswer().parse("Not answered.")).contains(List.of());
    }

    @Property
    void should_end_on_any_reply(@ForAll String before, @ForAll String after) {
        assertThat(format.parse(before.replace('{', '(') + "{\"items\":[\"a\"]}" + after.replace('{', '(')))
                .contains(List.of("a"));
        format.parse(before + after);
    }
}
