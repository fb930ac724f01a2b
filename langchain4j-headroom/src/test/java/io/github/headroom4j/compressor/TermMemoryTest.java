package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class TermMemoryTest {

    private static List<String> all(TermMemory<List<String>> memory, String text) {
        List<String> all = new ArrayList<>();
        memory.forEach(text, all::addAll);
        return all;
    }

    @Test
    void remembered_runs_should_give_the_terms_that_they_gave_at_first() {
        String text = "The parser's isBlank(String) checks src/app/Parser.java:12, 漢字 and checks again: isBlank";
        TermMemory<List<String>> stems = TermMemory.ofStems(Function.identity(), Pace.unhurried());
        TermMemory<List<String>> terms = TermMemory.ofTerms(Function.identity(), Pace.unhurried());
        List<String> first = all(stems, text);

        assertThat(first).contains("isblank", "blank", "check", "漢字");
        assertThat(all(stems, text)).isEqualTo(first).isEqualTo(Stems.of(text));
        assertThat(all(terms, text)).isEqualTo(all(terms, text)).isEqualTo(Terms.of(text));
    }

    /** "Aa" and "BB" have one hash, and so have all words of them. */
    @Test
    void words_of_one_hash_should_be_told_apart() {
        List<String> words = List.of("");
        for (int i = 0; i < 7; i++) {
            List<String> longer = new ArrayList<>();
            words.forEach(word -> longer.addAll(List.of(word + "Aa", word + "BB")));
            words = longer;
        }
        TermMemory<List<String>> memory = TermMemory.ofTerms(Function.identity(), Pace.unhurried());
        for (int round = 0; round < 2; round++) {
            for (String word : words) {
                assertThat(all(memory, word))
                        .isEqualTo(Terms.of(word))
                        .contains(word.toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    @Test
    void more_words_than_are_remembered_should_give_their_terms() {
        TermMemory<List<String>> memory = TermMemory.ofTerms(Function.identity(), Pace.unhurried());
        for (int round = 0; round < 2; round++) {
            for (int i = 10; i < 20_000; i++) {
                String word = "order-" + i;
                assertThat(all(memory, word)).containsExactly(word, "order", String.valueOf(i));
            }
        }
    }
}
