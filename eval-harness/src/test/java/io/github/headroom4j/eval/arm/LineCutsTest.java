package io.github.headroom4j.eval.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineCutsTest {

    /** A token a character, so that pictures can be checked by eye. */
    private final LineCuts cuts = new LineCuts(String::length);

    @Test
    void should_keep_first_lines() {
        assertThat(cuts.head("one\ntwo\nthree\nfour five six\n", 20)).isEqualTo("one\ntwo\n[truncated]");
    }

    @Test
    void should_keep_last_lines() {
        assertThat(cuts.tail("one two three four\nfive\nsix\n", 21)).isEqualTo("[truncated]\nfive\nsix\n");
    }

    @Test
    void should_keep_random_lines_in_their_order() {
        String text = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\n";
        String cut = cuts.random(text, 21);
        assertThat(cut).hasSize(21).endsWith("[truncated]");
        assertThat(cut.substring(0, 10).lines().toList()).isSorted().hasSize(5);
        assertThat(cuts.random(text, 21)).isEqualTo(cut);
    }

    @Test
    void should_return_the_text_itself_when_it_fits() {
        String text = "one\ntwo";
        assertThat(cuts.head(text, 7)).isSameAs(text);
        assertThat(cuts.tail(text, 7)).isSameAs(text);
    }

    @Test
    void should_cut_inside_a_line_when_not_even_one_fits() {
        assertThat(cuts.head("0123456789012345678901234567890", 20)).isEqualTo("01234567\n[truncated]");
        assertThat(cuts.tail("0123456789012345678901234567890", 20)).isEqualTo("[truncated]\n34567890");
        assertThat(cuts.head("\uD83D\uDE00".repeat(20), 15)).isEqualTo("\uD83D\uDE00\n[truncated]");
    }

    @Test
    void should_be_empty_when_not_even_the_note_fits() {
        assertThat(cuts.head("one\ntwo\nthree\n", 5)).isEmpty();
    }

    @Property(seed = "3", tries = 200)
    void should_never_take_more_tokens_than_allowed(
            @ForAll @StringLength(max = 300) String text, @ForAll @IntRange(min = 0, max = 80) int tokens) {
        TokenCounter counter = TokenCounter.o200k();
        LineCuts real = new LineCuts(counter);
        for (String cut : List.of(real.head(text, tokens), real.tail(text, tokens), real.random(text, tokens))) {
            assertThat(counter.count(cut)).isLessThanOrEqualTo(tokens);
        }
    }

    @Test
    void arms_are_known_by_name() {
        Arms arms = Arms.of(TokenCounter.o200k());
        assertThat(arms.names())
                .containsExactly("none", "none-again", "lossless", "head", "tail", "random", "headroom");
        assertThat(arms.select(List.of("random"))).extracting(Arm::name).containsExactly("none", "random");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> arms.select(List.of("hedroom")))
                .withMessage(
                        "unknown arm 'hedroom'; known are none, none-again, lossless, head, tail, random, headroom");
    }
}
