package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.passage.PassageScorer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pruning does not get worse on real questions: the floors lie some two points below what was measured. */
class RealQuestionsTest {

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();
    private final PassagePruner usual = PassagePruner.builder(headroom).build();
    private final PassagePruner words =
            PassagePruner.builder(headroom).scorer(PassageScorer.lexical()).build();

    private static RagMeasurement.Row measured(PassagePruner pruner, List<RagQuestion> questions) {
        RagMeasurement.Row sum = RagMeasurement.NONE;
        for (RagQuestion question : questions) {
            sum = sum.plus(
                    RagMeasurement.row(question, pruner.prune(question.question(), question.passages(), "bench")));
        }
        return sum;
    }

    private static List<RagQuestion> half(List<RagQuestion> questions) {
        return questions.stream().filter(question -> question.half() == 0).toList();
    }

    @Test
    void should_keep_answers_of_single_hop_questions() throws IOException {
        assumeTrue(RagQuestions.available(), "shared development data is absent: nothing checked");
        List<RagQuestion> questions = half(RagQuestions.singleHop());

        RagMeasurement.Row row = measured(usual, questions);
        RagMeasurement.Row byWords = measured(words, questions);

        assertThat(row.saved()).isGreaterThan(0.83);
        assertThat(row.keptShare()).isGreaterThan(0.98);
        assertThat(byWords.saved()).isGreaterThan(0.80);
        assertThat(byWords.keptShare()).isGreaterThan(0.98);
    }

    @Test
    void should_keep_gold_sentences_of_multi_hop_questions() throws IOException {
        assumeTrue(RagQuestions.available(), "shared development data is absent: nothing checked");
        List<RagQuestion> questions = RagQuestions.multiHop();

        RagMeasurement.Row row = measured(usual, questions);
        RagMeasurement.Row byWords = measured(words, questions);

        assertThat(row.saved()).isGreaterThan(0.69);
        assertThat(row.keptShare()).isGreaterThan(0.90);
        assertThat(byWords.saved()).isGreaterThan(0.68);
        assertThat(byWords.keptShare()).isGreaterThan(0.88);
    }

    @Test
    void should_keep_several_spans_by_words() throws IOException {
        assumeTrue(RagQuestions.available(), "shared development data is absent: nothing checked");

        RagMeasurement.Row row = measured(words, half(RagQuestions.spans()));

        assertThat(row.saved()).isGreaterThan(0.71);
        assertThat(row.keptShare()).isGreaterThan(0.89);
    }
}
