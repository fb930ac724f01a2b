package io.github.headroom4j.compressor.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LikenessTest {

    @Example
    void what_differs_stands_between_ellipses_behind_the_word_before_it() {
        assertThat(told(
                        "10:00:02 WARN shop.Errors : cart 12 of anna is empty",
                        "10:00:07 WARN shop.Errors : cart 15 of anna is empty"))
                .contains("10:00:07 …cart 15 …");
    }

    @Example
    void of_a_word_that_stands_twice_the_first_is_where_it_goes_on() {
        assertThat(told("1 abcdefghij from from to you", "2 abcdefghij from from for you"))
                .contains("2 …from from for you");
    }

    @Example
    void of_lines_of_unequal_length_the_beginning_is_told_and_the_rest_is_shown() {
        assertThat(told("WARN shop.Errors : cart is empty", "WARN shop.Errors : order 7 of anna failed"))
                .contains("…: order 7 of anna failed");
    }

    @Example
    void members_of_an_object_are_words() {
        assertThat(told(
                        "{\"level\":\"warn\",\"ts\":\"10:00\",\"msg\":\"peer became inactive\",\"peer\":\"9e3c\"}",
                        "{\"level\":\"warn\",\"ts\":\"10:07\",\"msg\":\"peer became inactive\",\"peer\":\"13b4\"}"))
                .contains("{\"level\":\"warn\",\"ts\":\"10:07\",…inactive\",\"peer\":\"13b4\"}");
    }

    @Example
    void numbers_are_not_cut() {
        assertThat(Likeness.words("took 1,234 ms,then 5")).containsExactly("took ", "1,234 ", "ms,then ", "5");
    }

    @Example
    void what_has_too_little_in_common_is_not_told() {
        assertThat(told("a b c d", "a b c e")).isEmpty();
    }

    @Example
    void a_line_with_an_ellipsis_of_its_own_is_read_back_or_not_told() {
        String model = "10:00:02 … shop.Errors waiting for the lock";
        String line = "10:00:03 … shop.Errors waiting for the lock";
        assertThat(told(model, line))
                .hasValueSatisfying(text -> assertThat(Likeness.restore(text, Likeness.words(model)))
                        .contains(line));
    }

    @Example
    void what_was_not_told_by_a_model_is_not_restored() {
        assertThat(Likeness.restore("10:00 …nowhere to", List.of("10:00 ", "served ", "item")))
                .isEmpty();
        assertThat(Likeness.restore("…cart", List.of())).isEmpty();
    }

    @Property(tries = 1000, seed = "7310")
    void whatever_is_told_is_restored(@ForAll("lines") String model, @ForAll("lines") String line) {
        told(model, line).ifPresent(text -> {
            assertThat(text.length()).isLessThan(line.length());
            assertThat(Likeness.restore(text, Likeness.words(model))).contains(line);
        });
        assertThat(String.join("", Likeness.words(line))).isEqualTo(line);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(
                        "10:00:01 ",
                        "10:00:02 ",
                        "ERROR ",
                        "[exec-1] ",
                        "[exec-2]   ",
                        "shop.Errors : ",
                        "timeout",
                        ",\"a\":1",
                        ",\"b\":22",
                        "… ",
                        " ",
                        "=")
                .list()
                .ofMaxSize(9)
                .map(words -> String.join("", words));
    }

    private static Optional<String> told(String model, String line) {
        return Likeness.tell(Likeness.words(line), Likeness.words(model));
    }
}
