package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.headroom4j.Headroom;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pruning does not get worse on real questions: the floors lie a little below what the development half gives. */
class RealQuestionsTest {

    private final PassagePruner pruner =
            PassagePruner.builder(Headroom.builder().withoutTimeout().build()).build();

    private RagMeasurement.Row measured(List<RagQuestion> questions) {
        RagMeasurement.Row sum = new RagMeasurement.Row(0, 0, 0, 0, 0);
        for (RagQuestion question : questions) {
            if (question.half() == 0) {
                sum = sum.plus(
                        RagMeasurement.row(question, pruner.prune(question.question(), question.passages(), "bench")));
            }
        }
        return sum;
    }

    @Test
    void should_keep_answers_of_single_hop_questions() throws IOException {
        assumeTrue(RagQuestions.available(), "shared development data is absent: nothing checked");

        RagMeasurement.Row row = measured(RagQuestions.singleHop());

        assertThat(row.saved()).isGreaterThan(0.80);
        assertThat(row.keptShare()).isGreaterThan(0.98);
    }

    @Test
    void should_keep_gold_sentences_of_multi_hop_questions() throws IOException {
        assumeTrue(RagQuestions.available(), "shared development data is absent: nothing checked");

        RagMeasurement.Row row = measured(RagQuestions.multiHop());

        assertThat(row.saved()).isGreaterThan(0.68);
        assertThat(row.keptShare()).isGreaterThan(0.85);
    }
}
