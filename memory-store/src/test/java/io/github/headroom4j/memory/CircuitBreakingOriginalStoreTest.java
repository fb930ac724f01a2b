package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.service.AiServices;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.log.LogCompressor;
import io.github.headroom4j.memory.FaultyOriginals.Fault;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import io.github.headroom4j.resilience.CircuitBreaker.State;
import io.github.headroom4j.resilience.CircuitListener;
import io.github.headroom4j.resilience.CircuitOpenException;
import io.github.headroom4j.tool.HeadroomTools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Keeps what stores promise while all is well, and does not call a store that is down. The clock is moved by hand. */
class CircuitBreakingOriginalStoreTest extends OriginalStoreContract {

    private static final Duration OPEN = Duration.ofSeconds(10);
    private static final int FAILURES = 3;
    private static final String LOG = ChatMemoryStoreContract.log("pay");

    private final AtomicLong clock = new AtomicLong();
    private final List<CircuitListener.Change> changes = new ArrayList<>();
    private final InMemoryOriginalStore kept = new InMemoryOriginalStore();
    private final FaultyOriginals faulty = new FaultyOriginals(kept);
    private final AtomicInteger calls = new AtomicInteger();

    private final OriginalStore store = CircuitBreakingOriginalStore.of(
            new Counting(),
            breaker ->
                    breaker.failures(FAILURES).open(OPEN).listener(changes::add).nanoClock(clock::get));

    private final Headroom headroom =
            Headroom.builder().originals(store).withoutTimeout().build();

    @Override
    OriginalStore emptyStore() {
        return store;
    }

    @Override
    int count() {
        return kept.count();
    }

    private void takeDown() {
        faulty.next(Fault.PUT_THROWS);
        for (int i = 0; i < FAILURES; i++) {
            assertThat(catchThrowable(() -> store.put("scope", "text"))).hasMessage("the store is down");
        }
    }

    @Test
    void should_not_call_a_store_that_is_down() {
        takeDown();
        calls.set(0);

        assertThatThrownBy(() -> store.put("scope", "text"))
                .isInstanceOf(OriginalStoreException.class)
                .hasCauseInstanceOf(CircuitOpenException.class)
                .hasMessage("the store is not asked: The writing of originals is not called, since calls before failed;"
                        + " it is tried again PT10S after the last failure");
        assertThatThrownBy(() -> store.putAll("scope", List.of("text"))).isInstanceOf(OriginalStoreException.class);
        assertThatThrownBy(() -> store.renew("scope", List.of())).isInstanceOf(OriginalStoreException.class);
        assertThatThrownBy(() -> store.clear("scope")).isInstanceOf(OriginalStoreException.class);
        assertThat(calls).hasValue(0);
    }

    @Test
    void should_still_read_from_a_store_that_cannot_be_written() {
        OriginalId id = store.put("scope", "text");
        takeDown();

        assertThat(store.find("scope", id.shortForm())).contains("text");
    }

    @Test
    void should_take_a_miss_and_a_refused_argument_for_no_failure() {
        for (int i = 0; i < 2 * FAILURES; i++) {
            assertThat(store.find("scope", "0123456789ab")).isEmpty();
            assertThat(catchThrowable(() -> store.put(" ", "text"))).isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(changes).isEmpty();
        assertThat(store.put("scope", "text")).isEqualTo(OriginalId.of("text"));
    }

    @Test
    void should_count_a_call_that_hangs_as_a_failure() {
        faulty.next(Fault.FIND_HANGS);
        OriginalStore limited = CircuitBreakingOriginalStore.of(
                new TimeLimitedOriginalStore(faulty, Duration.ofNanos(1)),
                breaker -> breaker.failures(1).listener(changes::add));
        try {
            assertThat(catchThrowable(() -> limited.find("scope", "0123456789ab")))
                    .hasMessageContaining("did not answer");
            assertThat(catchThrowable(() -> limited.find("scope", "0123456789ab")))
                    .hasMessageContaining("is not asked");
        } finally {
            faulty.release();
        }
        assertThat(changes).extracting(CircuitListener.Change::to).containsExactly(State.OPEN);
    }

    @Test
    void should_let_the_original_through_whileOpen_and_compress_again_afterwards() {
        takeDown();
        calls.set(0);

        CompressionResult whileOpen = headroom.compress(CompressionRequest.of(LOG));
        assertThat(OriginalMarker.refAtEndOf(whileOpen.text())).isEmpty();
        assertThat(LogCompressor.decode(whileOpen.text()).orElse(whileOpen.text()))
                .isEqualTo(LOG);
        assertThat(calls).hasValue(0);

        faulty.next(Fault.NONE);
        clock.addAndGet(OPEN.toNanos());
        assertThat(headroom.compress(CompressionRequest.of(LOG)))
                .isInstanceOfSatisfying(
                        Compressed.class,
                        compressed -> assertThat(compressed.original()).isPresent());
        assertThat(changes)
                .extracting(CircuitListener.Change::to)
                .containsExactly(State.OPEN, State.HALF_OPEN, State.CLOSED);
    }

    @Test
    void should_let_texts_through_that_only_a_selection_makes_smaller() {
        takeDown();
        Headroom selecting = Headroom.builder()
                .originals(store)
                .policies(CompressionPolicies.all(CompressionPolicy.reversible().withMinSavedFraction(0.9)))
                .withoutTimeout()
                .build();

        assertThat(selecting.compress(CompressionRequest.of(LOG)))
                .isInstanceOfSatisfying(Unchanged.class, unchanged -> {
                    assertThat(unchanged.reason()).isEqualTo(Reason.NOT_KEPT);
                    assertThat(unchanged.text()).isSameAs(LOG);
                });
    }

    interface Assistant {
        String chat(String question);
    }

    static final class LogTools {
        @Tool("Reads the log of a service")
        String readLog(@P("service") String service) {
            return LOG;
        }
    }

    @Test
    void should_never_break_an_agent() {
        takeDown();
        ScriptedModel model =
                new ScriptedModel().calls("readLog", "{\"service\":\"pay\"}").answers("r-277 was refused");
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new LogTools()))
                .build();

        assertThat(assistant.chat("Which request was refused?")).isEqualTo("r-277 was refused");
        assertThat(model.results().get(0).text()).contains("r-277").doesNotContain("headroom_retrieve");
    }

    /** Counts the calls that reach the store. */
    private final class Counting implements OriginalStore {

        @Override
        public OriginalId put(String scope, String text) {
            calls.incrementAndGet();
            return faulty.put(scope, text);
        }

        @Override
        public Optional<String> find(String scope, String ref) {
            calls.incrementAndGet();
            return faulty.find(scope, ref);
        }

        @Override
        public void clear(String scope) {
            calls.incrementAndGet();
            faulty.clear(scope);
        }
    }
}
