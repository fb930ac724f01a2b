package io.github.headroom4j.rag.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.rag.onnx.Windows.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowsTest {

    /** The words of tokens are drawn as letters, one for each token. */
    private static String drawn(String words, int capacity, int overlap) {
        return Windows.over(words.chars().toArray(), capacity, overlap).stream()
                .map(window -> words.substring(window.from(), window.to()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void should_begin_and_end_with_whole_words() {
        assertThat(drawn("abcdef", 6, 2)).isEqualTo("abcdef");
        assertThat(drawn("abcdefgh", 4, 2)).isEqualTo("abcd cdef efgh");
        assertThat(drawn("aabbccdd", 5, 2)).isEqualTo("aabb bbcc ccdd");
        assertThat(drawn("aabbbcc", 5, 1)).isEqualTo("aabbb bbbcc");
        assertThat(drawn("abcd", 2, 0)).isEqualTo("ab cd");
        assertThat(drawn("", 5, 2)).isEmpty();
    }

    @Test
    void should_read_a_word_that_is_too_long_in_parts() {
        assertThat(drawn("aaaaaaaaab", 4, 1)).isEqualTo("aaaa aaaa aaab");
        assertThat(drawn("baaaaaa", 4, 2)).isEqualTo("b aaaa aaaa");
    }

    @Property(tries = 500, seed = "7")
    void should_cover_every_token_within_the_capacity(
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> lengths,
            @ForAll @IntRange(min = 2, max = 12) int capacity,
            @ForAll @IntRange(max = 75) int percent) {
        int[] words = lengths.stream().mapToInt(i -> i).toArray();
        int[] ofTokens = tokens(words);
        int overlap = capacity * percent / 100;

        List<Window> windows = Windows.over(ofTokens, capacity, overlap);

        boolean[] covered = new boolean[ofTokens.length];
        int last = -1;
        for (Window window : windows) {
            assertThat(window.length()).isBetween(1, capacity);
            assertThat(window.from()).isGreaterThan(last);
            last = window.from();
            Arrays.fill(covered, window.from(), window.to(), true);
        }
        for (boolean one : covered) {
            assertThat(one).isTrue();
        }
        // Words are at most 4 tokens long, so from a capacity of 8 on none has to be cut.
        for (Window window : windows) {
            boolean whole = window.to() == ofTokens.length || ofTokens[window.to()] != ofTokens[window.to() - 1];
            assertThat(whole || capacity < 8).isTrue();
        }
    }

    private static int[] tokens(int[] lengths) {
        int[] tokens = new int[Arrays.stream(lengths).sum()];
        int at = 0;
        for (int word = 0; word < lengths.length; word++) {
            Arrays.fill(tokens, at, at + lengths[word], word);
            at += lengths[word];
        }
        return tokens;
    }
}
