package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TermMemoryTest {

    @Test
    void remembered_runs_should_give_the_terms_that_they_gave_at_first() {
        String text = "The parser's isBlank(String) checks src/app/Parser.java:12, 漢字 and checks again: isBlank";
        TermMemory stems = TermMemory.ofStems(Pace.unhurried());
        TermMemory terms = TermMemory.ofTerms(Pace.unhurried());
        List<String> first = stems.of(text);

        assertThat(first).contains("isblank", "blank", "check", "漢字");
        assertThat(stems.of(text)).isEqualTo(first).isEqualTo(Stems.of(text));
        assertThat(terms.of(text)).isEqualTo(terms.of(text)).isEqualTo(Terms.of(text));
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
        TermMemory memory = TermMemory.ofTerms(Pace.unhurried());
        for (int round = 0; round < 2; round++) {
            for (String word : words) {
                assertThat(memory.of(word)).isEqualTo(Terms.of(word)).contains(word.toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    @Test
    void more_words_than_are_remembered_should_give_their_terms() {
        TermMemory memory = TermMemory.ofTerms(Pace.unhurried());
        for (int round = 0; round < 2; round++) {
            for (int i = 10; i < 20_000; i++) {
                String word = "order-" + i;
                assertThat(memory.of(word)).containsExactly(word, "order", String.valueOf(i));
            }
        }
    }
}
