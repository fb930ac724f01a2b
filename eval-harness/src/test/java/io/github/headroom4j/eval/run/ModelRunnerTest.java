package io.github.headroom4j.eval.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.RagOutcome;
import io.github.headroom4j.eval.metric.Reading;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Passages that a language model reads; the model is a few lines that read what they are sent. */
class ModelRunnerTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k().cached(8 << 20);

    /** Knows where the number stands, and says so only if it is shown. */
    private static final ModelChannel READS = call -> {
        String sent =
                call.request().messages().stream().map(ChatMessage::toString).collect(Collectors.joining("\n"));
        return new ModelAnswer(
                AiMessage.from(
                        sent.contains("pool.size.max?") && sent.contains("40 connections")
                                ? "40 connections"
                                : "not answered"),
                100,
                5);
    };

    private static final ModelChannel FAILS = call -> {
        throw new ModelFailure(ModelFailure.Kind.TIMEOUT, "no answer in time");
    };

    @Test
    void should_read_what_an_arm_shows_and_nothing_else() {
        CaseResult none =
                runner(READS, 1, 0).begin(RagFixture.named("pool-size")).in("none");
        assertThat(none.f1()).isEqualTo(1);
        assertThat(outcome(none).exact()).isTrue();
        assertThat(reading(none)).isEqualTo(new Reading(List.of(1.0), 1, Map.of(), 0, 100, 5));
        CaseResult unanswerable =
                runner(READS, 1, 0).begin(RagFixture.named("colour")).in("headroom");
        assertThat(unanswerable.f1()).isEqualTo(1);
        assertThat(outcome(unanswerable).answered()).isFalse();
    }

    @Test
    void a_failure_should_be_wrong_also_where_nothing_would_have_been_right() {
        for (String id : List.of("pool-size", "colour")) {
            CaseResult failed = runner(FAILS, 1, 0).begin(RagFixture.named(id)).in("none");
            assertThat(failed.f1()).as(id).isZero();
            assertThat(failed.score().matched()).as(id).isZero();
            assertThat(outcome(failed).exact()).as(id).isFalse();
            assertThat(outcome(failed).answered()).as(id).isTrue();
            assertThat(reading(failed).failures()).as(id).isEqualTo(Map.of("timeout", 1));
        }
    }

    @Test
    void several_draws_should_be_one_result_with_their_mean() {
        ModelChannel moody = call -> call.draw() == 1 ? FAILS.ask(call) : READS.ask(call);
        CaseRunner draws = new DrawsRunner(List.of(runner(moody, 3, 0), runner(moody, 3, 1), runner(moody, 3, 2)));

        CaseResult result = draws.begin(RagFixture.named("pool-size")).in("none");

        CaseResult once =
                runner(READS, 1, 0).begin(RagFixture.named("pool-size")).in("none");
        assertThat(reading(result).f1()).containsExactly(1.0, 0.0, 1.0);
        assertThat(result.f1()).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(result.usage()).isEqualTo(once.usage());
        assertThat(reading(result).answers()).isEqualTo(3);
        assertThat(reading(result).failures()).isEqualTo(Map.of("timeout", 1));
        assertThat(draws.arms()).isEqualTo(runner(READS, 1, 0).arms());
        assertThatIllegalArgumentException().isThrownBy(() -> new DrawsRunner(List.of()));
    }

    private static CaseRunner runner(ModelChannel channel, int draws, int draw) {
        ModelReader model =
                new ModelReader(channel, ChatRequestParameters.builder().build(), draws);
        return new RagRunner("rag", model.draw(draw), new RagArms(COUNTER, RagFixture.embeddings()), COUNTER);
    }

    private static RagOutcome outcome(CaseResult result) {
        return requireNonNull(result.rag());
    }

    private static Reading reading(CaseResult result) {
        return requireNonNull(result.reading());
    }
}
