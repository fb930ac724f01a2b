package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PruningListenerTest {

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();

    @Test
    void should_tell_its_listener_what_it_did() {
        List<PruningListener.Event> events = new ArrayList<>();
        RuntimeException broken = new IllegalStateException("broken");
        PassageScorer failing = (query, sentences) -> {
            throw broken;
        };

        PrunedPassages pruned = PassagePruner.builder(headroom)
                .listener(events::add)
                .build()
                .prune(Guides.POOL_QUESTION, Guides.ALL, "a");
        PassagePruner.builder(headroom)
                .scorer(failing)
                .listener(event -> {
                    events.add(event);
                    throw broken;
                })
                .build()
                .prune(Guides.POOL_QUESTION, Guides.ALL, "a");

        assertThat(events).hasSize(2);
        assertThat(events.get(0).question()).isEqualTo(Guides.POOL_QUESTION);
        assertThat(events.get(0).passages()).isEqualTo(7);
        assertThat(events.get(0).pruned()).isEqualTo(pruned);
        assertThat(events.get(0).nanos()).isPositive();
        assertThat(events.get(0).failureOrNull()).isNull();
        assertThat(events.get(1).pruned().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(events.get(1).failureOrNull()).isSameAs(broken);
    }
}
