package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginalTextLinesTest {

    private static final OriginalText FIVE = OriginalText.of("one\ntwo\r\nthree\nfour\nfive");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2       | [lines 2 of 5]     | two\\r\\n",
                "2-3     | [lines 2-3 of 5]   | two\\r\\nthree\\n",
                "4-      | [lines 4-5 of 5]   | four\\nfive",
                "-2      | [lines 4-5 of 5]   | four\\nfive",
                "-99     | [lines 1-5 of 5]   | one\\ntwo\\r\\nthree\\nfour\\nfive",
                "4-900   | [lines 4-5 of 5]   | four\\nfive",
                "0-1     | [lines 1 of 5]     | one\\n",
                "3-2     | [lines 2-3 of 5]   | two\\r\\nthree\\n",
                "L2-L3   | [lines 2-3 of 5]   | two\\r\\nthree\\n",
                "lines 2 | [lines 2 of 5]     | two\\r\\n",
                "2:3     | [lines 2-3 of 5]   | two\\r\\nthree\\n",
                "1@1-3@2 | [lines 1@1-3@2 of 5] | ne\\ntwo\\r\\nth",
                "5@2     | [lines 5@2-5 of 5] | ve",
            })
    void a_range_yields_exact_characters(String range, String heading, String content) {
        Slice slice = FIVE.slice(Selector.lines(range));
        assertThat(slice.heading()).isEqualTo(heading);
        assertThat(slice.content()).isEqualTo(content.replace("\\n", "\n").replace("\\r", "\r"));
        assertThat(slice.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-", "1-2-3", "99999999999", "1;2", "@3", "--5"})
    void what_is_no_range_is_explained(String range) {
        assertThatThrownBy(() -> FIVE.slice(Selector.lines(range)))
                .isInstanceOf(InvalidSelectorException.class)
                .hasMessage("lines must be a range such as 34-153, 34, 34- or -20, but was '" + range + "'");
    }

    @Example
    void lines_behind_the_end_are_explained() {
        assertThatThrownBy(() -> FIVE.slice(Selector.lines("6-9")))
                .hasMessage("lines must be within 1-5, but was '6-9'");
    }

    @Property(seed = "5501", tries = 300)
    void any_two_lines_name_what_stands_between_them(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = 1, max = 50) int one,
            @ForAll @IntRange(min = 1, max = 50) int other) {
        OriginalText original = OriginalText.of(text);
        int from = Math.min(Math.min(one, other), original.lineCount());
        int to = Math.min(Math.max(one, other), original.lineCount());
        String expected = String.join("", linesOf(text).subList(from - 1, to));
        assertThat(original.slice(Selector.lines(from + "-" + to)).content()).isEqualTo(expected);
    }

    @Property(seed = "5502", tries = 60)
    void following_what_is_next_yields_the_whole_text(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 3_000) int times) {
        String large = "😀" + text.repeat(times) + "😀";
        OriginalText original = OriginalText.of(large);
        StringBuilder read = new StringBuilder();
        String lines = "1-";
        while (!lines.isEmpty()) {
            Slice slice = original.slice(Selector.lines(lines));
            assertThat(slice.content().length()).isBetween(1, OriginalText.MAX_SLICE_CHARS);
            read.append(slice.content());
            lines = slice.next().replace("lines=", "");
        }
        assertThat(read.toString()).isEqualTo(large);
    }

    @Example
    void a_long_slice_ends_with_a_whole_line_and_says_how_to_go_on() {
        String line = "x".repeat(99) + "\n";
        Slice slice = OriginalText.of(line.repeat(1000)).slice(Selector.lines("101-900"));
        assertThat(slice.heading()).isEqualTo("[lines 101-427 of 1000]");
        assertThat(slice.content()).isEqualTo(line.repeat(327));
        assertThat(slice.render()).endsWith("\n[more with lines=428-900]");
    }

    @Example
    void one_giant_line_is_cut_between_words() {
        Slice slice = OriginalText.of("word 4711,".repeat(10_000)).slice(Selector.lines("1"));
        assertThat(slice.heading()).isEqualTo("[lines 1-1@32765 of 1]");
        assertThat(slice.content()).endsWith("word ");
        assertThat(slice.next()).isEqualTo("lines=1@32765-1");
    }

    @Example
    void without_a_selector_a_small_text_is_whole() {
        assertThat(FIVE.slice(Selector.NONE).render()).isEqualTo("[lines 1-5 of 5]\none\ntwo\r\nthree\nfour\nfive");
    }

    @Example
    void without_a_selector_a_large_text_is_an_outline() {
        String text = "first line\n" + "y".repeat(300) + "\n" + "third\n".repeat(1_000);
        assertThat(OriginalText.of(text, "log").slice(Selector.NONE).render())
                .isEqualTo("[1002 lines, 6312 characters, log; it starts, numbered:]\n"
                        + "1: first line\n"
                        + "2: " + "y".repeat(200) + "…\n"
                        + "3: third\n4: third\n5: third\n6: third\n7: third\n8: third\n9: third\n10: third\n"
                        + "[more with lines=1-200, grep=a word or regex]");
    }

    @Example
    void the_empty_text_is_one_empty_line() {
        assertThat(OriginalText.of("").lineCount()).isEqualTo(1);
        assertThat(OriginalText.of("").slice(Selector.NONE).render()).isEqualTo("[lines 1 of 1]\n");
        assertThat(OriginalText.of("").slice(Selector.lines("1-9")).content()).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab \n\r,é😀").ofMinLength(1).ofMaxLength(60);
    }

    private static List<String> linesOf(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
