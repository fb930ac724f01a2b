package io.github.headroom4j.rag.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static String words(String text) {
        Words words = Words.of(text);
        return IntStream.range(0, words.count()).mapToObj(words::text).collect(Collectors.joining("|"));
    }

    private static String vital(String text) {
        Words words = Words.of(text);
        boolean[] vital = words.vital();
        return IntStream.range(0, words.count())
                .filter(word -> vital[word])
                .mapToObj(words::text)
                .collect(Collectors.joining(" "));
    }

    @Test
    void should_cut_between_blanks_only() {
        assertThat(words("  a  pool.max-size\t1,234.5\n(/usr/lib)\u00A0x_y "))
                .isEqualTo("a|pool.max-size|1,234.5|(/usr/lib)|x_y");
        assertThat(words("日本語 \uD83D\uDE00\u3000b")).isEqualTo("日本語|\uD83D\uDE00|b");
        assertThat(words(" \n\t\u2003")).isEmpty();
        assertThat(words("")).isEmpty();
    }

    @Test
    void should_know_numbers_and_identifiers() {
        assertThat(vital("it took 40 of v2.1 in pool.max-size and fooBar or a_b with src/main plus HTTP (a) x - y..."))
                .isEqualTo("40 v2.1 pool.max-size fooBar a_b src/main HTTP");
    }

    @Test
    void should_know_names_and_negations() {
        assertThat(vital("Copies go to Umea. They never lose one, without Mara they don't. \"Quoted\" ones do"))
                .isEqualTo("Umea. never without Mara don't. \"Quoted\"");
    }

    @Test
    void should_know_what_the_question_is_about() {
        Words words =
                Words.of("every copy is encrypted with keys of the customer, and ".repeat(60) + "pools of copies");
        boolean[] asked = words.asked("Which of the pools is encrypted?");

        // Of what is everywhere no word is telling.
        assertThat(IntStream.range(0, words.count()).filter(word -> asked[word]).mapToObj(words::text))
                .containsExactly("pools");
        assertThat(Words.of("copy them").asked("Which copies?")).containsExactly(true, false);
    }
}
