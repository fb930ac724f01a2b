package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.Stems;
import io.github.headroom4j.rag.PassageSet.Unit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TitleTest {

    private static double named(String title, String sentence) {
        Map<String, Double> words = new HashMap<>();
        Stems.of(title).forEach(stem -> words.put(stem, 1.0));
        return new Title(words, Title.initials(title)).named(new Unit(0, sentence, -1, false));
    }

    @Test
    void should_be_named_by_words_forms_of_them_and_initials() {
        assertThat(named("Special Air Service", "It was a failed SAS raid.")).isEqualTo(1);
        assertThat(named("Special Air Service", "It was a failed SASS raid.")).isZero();
        assertThat(named("Special Air Service", "A special service.")).isBetween(0.6, 0.7);
        assertThat(named("Tunisia", "He kept goal for the Tunisian team.")).isEqualTo(0.8);
        assertThat(named("Hilo", "The hilarious harbour.")).isZero();
    }

    @Test
    void should_have_initials_only_if_these_tell_anything() {
        assertThat(Title.initials("Special Air Service")).isEqualTo("SAS");
        assertThat(Title.initials("Beer stein")).isEmpty();
        assertThat(Title.initials("")).isEmpty();
        assertThat(named("", "Anything.")).isZero();
    }
}
