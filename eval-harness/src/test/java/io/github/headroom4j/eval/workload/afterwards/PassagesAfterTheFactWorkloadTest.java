package io.github.headroom4j.eval.workload.afterwards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.workload.PassageWorkload;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PassagesAfterTheFactWorkloadTest {

    private final EvalCase pool = inTier(RagFixture.named("pool-size"));
    private final EvalCase backup = inTier(RagFixture.named("backup-restore"));

    @Test
    void should_ask_what_the_passages_of_another_question_answer() {
        List<EvalCase> sessions = workload(pool, backup).cases();

        assertThat(sessions).isNotEmpty().allSatisfy(session -> {
            assertThat(session.turns()).hasSize(2);
            assertThat(session.turns().get(0).question()).isEqualTo(session.question());
            assertThat(session.turns().get(1).question()).isNotEqualTo(session.question());
            assertThat(session.evidence())
                    .allSatisfy(piece -> assertThat(
                                    session.passages().get(piece.call()).text())
                            .contains(piece.text()));
        });
        assertThat(workload(pool).cases()).isEmpty();
    }

    @Test
    void should_read_back_what_was_pruned_for_the_first_question() {
        PassagesAfterTheFactWorkload workload = workload(pool, backup);
        CaseRunner runner = workload.runner(TokenCounter.o200k());
        EvalCase session = workload.cases().get(0);
        CaseRunner.CaseRun run = runner.begin(session);

        CaseResult none = run.in("none");
        CaseResult with = run.in("headroom");
        CaseResult without = run.in("headroom-unretrieved");

        assertThat(none.usage().requests()).isEqualTo(2);
        assertThat(none.evidence().visible()).isEqualTo(session.evidence().size());
        assertThat(without.usage().requests()).isEqualTo(2);
        assertThat(without.evidence().lost()).isPositive();
        assertThat(with.usage().requests()).isGreaterThan(2);
        assertThat(with.evidence().lost()).isZero();
        assertThat(with.score().f1()).isGreaterThanOrEqualTo(without.score().f1());
        assertThat(runner.arms())
                .extracting(CaseRunner.ArmInfo::name)
                .containsExactly(
                        "none", "passage-heads", "fewer-passages", "headroom-unretrieved", "headroom", "mutant");
    }

    private static EvalCase inTier(EvalCase one) {
        return new EvalCase(
                one.id(),
                one.cluster(),
                "dev",
                "k=20",
                one.systemPrompt(),
                one.question(),
                List.of(),
                one.gold(),
                one.evidence(),
                List.of(),
                one.passages());
    }

    private static PassagesAfterTheFactWorkload workload(EvalCase... cases) {
        PassageWorkload source = new PassageWorkload() {
            @Override
            public EmbeddingModel embeddings() {
                return RagFixture.embeddings();
            }

            @Override
            public String name() {
                return "rag";
            }

            @Override
            public List<EvalCase> cases() {
                return Stream.of(cases).toList();
            }
        };
        return new PassagesAfterTheFactWorkload(source, "k=20", 10);
    }
}
