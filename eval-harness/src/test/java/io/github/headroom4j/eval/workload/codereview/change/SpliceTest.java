package io.github.headroom4j.eval.workload.codereview.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpliceTest {

    @Test
    void should_apply_splices_of_one_file_in_the_order_of_the_text() {
        List<Splice> splices =
                List.of(new Splice("a", 4, 1, "E"), new Splice("b", 0, 6, ""), new Splice("a", 0, 2, "xyz"));

        assertThat(Splice.apply("abcdef", splices, "a")).isEqualTo("xyzcdEf");
    }

    @Test
    void should_refuse_splices_that_overlap() {
        List<Splice> splices = List.of(new Splice("a", 0, 3, ""), new Splice("a", 2, 1, ""));

        assertThatThrownBy(() -> Splice.apply("abcdef", splices, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at=2");
    }

    /** Whole lines are replaced by others; every line that stays is found again. */
    @Property(tries = 300)
    void lines_that_stay_are_found_again(
            @ForAll @IntRange(min = 1, max = 12) int lines,
            @ForAll @IntRange(min = 0, max = 12) int from,
            @ForAll @IntRange(min = 1, max = 4) int removed,
            @ForAll @IntRange(min = 0, max = 4) int inserted) {
        int first = Math.min(from, lines - 1);
        int last = Math.min(lines, first + removed);
        String text = numbered(0, lines);
        int at = numbered(0, first).length();
        Splice splice = new Splice("a", at, numbered(first, last).length(), "new\n".repeat(inserted));

        List<String> edited = Splice.apply(text, List.of(splice), "a").lines().toList();

        for (int line = 1; line <= lines; line++) {
            if (line <= first || line > last) {
                assertThat(edited.get(Splice.line(text, List.of(splice), new Place("a", line)) - 1))
                        .isEqualTo("line " + (line - 1));
            }
        }
    }

    private static String numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }
}
