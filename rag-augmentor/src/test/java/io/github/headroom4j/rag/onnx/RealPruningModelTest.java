package io.github.headroom4j.rag.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A published model does what it was trained for. It does not come with this project: {@code -Dheadroom.pruning-model=FOLDER}
 * names one that reads questions, in English; without it nothing is checked.
 */
class RealPruningModelTest {

    private static final @Nullable String FOLDER = System.getProperty("headroom.pruning-model");

    private static final List<String> SENTENCES = List.of(
            "The library was opened in 1911 and has three reading rooms.",
            "Readers may borrow up to twelve books at a time.",
            "A book that is returned late costs two crowns a day.",
            "The roof was repaired after the storm of 1953.",
            "On Sundays the building is closed.");

    private @Nullable OnnxPruningScorer scorer;

    @BeforeEach
    void load() {
        assumeTrue(FOLDER != null, "no folder of a real model is named: nothing checked");
        scorer = OnnxPruningScorer.load(Path.of(String.valueOf(FOLDER)));
    }

    @AfterEach
    void close() {
        if (scorer != null) {
            scorer.close();
        }
    }

    private double[] scores(String question, List<String> sentences) {
        return Objects.requireNonNull(scorer, "scorer").score(question, sentences);
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    @Test
    void should_find_the_sentence_that_answers() {
        assertThat(best(scores("What does it cost to return a book late?", SENTENCES)))
                .isEqualTo(2);
        assertThat(best(scores("How many books may a reader borrow?", SENTENCES)))
                .isEqualTo(1);
        assertThat(best(scores("Is the building open on Sundays?", SENTENCES))).isEqualTo(4);
    }

    @Test
    void should_find_it_behind_the_length_of_the_model() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            sentences.add("Shelf " + i + " holds atlases of the northern counties.");
        }
        sentences.addAll(SENTENCES);
        sentences.addAll(List.copyOf(sentences.subList(0, 150)));

        assertThat(best(scores("What does it cost to return a book late?", sentences)))
                .isEqualTo(152);
    }
}
