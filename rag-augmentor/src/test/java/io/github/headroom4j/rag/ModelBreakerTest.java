package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.DeadlineExceededException;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import io.github.headroom4j.resilience.CircuitBreaker;
import io.github.headroom4j.resilience.CircuitBreaker.State;
import io.github.headroom4j.resilience.CircuitOpenException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models that are down are not called for a while; models that are slow are not called again past the time. */
class ModelBreakerTest {

    private static final List<String> SENTENCES =
            IntStream.range(0, 10).mapToObj(i -> "the pool has " + i).toList();

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private boolean down = true;

    private final CircuitBreaker breaker = CircuitBreaker.builder("The model")
            .failures(2)
            .open(Duration.ofSeconds(10))
            .nanoClock(clock::get)
            .build();

    private final ScoringModel scoring = (segments, query) -> {
        answer();
        return Response.from(Collections.nCopies(segments.size(), 0.5));
    };

    private final EmbeddingModel embedding = new EmbeddingModel() {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            answer();
            return Response.from(segments.stream()
                    .map(one -> Embedding.from(new float[] {1, one.text().length()}))
                    .toList());
        }
    };

    private void answer() {
        calls.incrementAndGet();
        if (down) {
            throw new IllegalStateException("no such host");
        }
    }

    private List<PassageScorer> scorers() {
        return List.of(
                CrossEncoderScorer.builder(scoring)
                        .circuitBreaker(breaker)
                        .batch(4)
                        .build(),
                EmbeddingScorer.builder(embedding)
                        .circuitBreaker(breaker)
                        .batch(4)
                        .build());
    }

    @Test
    void should_not_call_a_model_that_is_down() {
        for (PassageScorer scorer : scorers()) {
            assertThatThrownBy(() -> scorer.score("pool", SENTENCES)).hasMessage("no such host");
        }
        assertThat(breaker.state()).isEqualTo(State.OPEN);

        for (PassageScorer scorer : scorers()) {
            assertThatThrownBy(() -> scorer.score("pool", SENTENCES)).isInstanceOf(CircuitOpenException.class);
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void should_call_it_again_once_it_is_back() {
        scorers()
                .forEach(scorer -> assertThatThrownBy(() -> scorer.score("pool", SENTENCES))
                        .hasMessage("no such host"));
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        down = false;

        assertThat(scorers().get(0).score("pool", SENTENCES)).containsOnly(0.5);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void should_leave_passages_as_they_are_without_calling_it() {
        PassagePruner pruner = PassagePruner.builder(
                        Headroom.builder().withoutTimeout().build())
                .scorer(scorers().get(0))
                .timeout(Duration.ofMinutes(10))
                .build();
        for (int i = 0; i < 5; i++) {
            PrunedPassages pruned = pruner.prune(Guides.POOL_QUESTION, Guides.ALL, "a");
            assertThat(pruned.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(pruned.shown()).hasSize(Guides.ALL.size());
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void should_have_a_breaker_unless_told_otherwise() {
        PassageScorer scorer = EmbeddingScorer.of(embedding);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> scorer.score("pool", SENTENCES)).isInstanceOf(RuntimeException.class);
        }
        assertThat(calls).hasValue(5);
    }

    @Test
    void should_not_call_a_model_again_past_the_deadline() {
        down = false;
        for (PassageScorer scorer : scorers()) {
            calls.set(0);
            clock.set(0);
            Deadline deadline = Deadline.after(Duration.ofNanos(1), () -> calls.get() > 0 ? 10 : 0);
            assertThat(catchThrowable(() -> scorer.score("pool", SENTENCES, deadline)))
                    .isInstanceOf(DeadlineExceededException.class);
            assertThat(calls).hasValue(1);
        }
    }
}
