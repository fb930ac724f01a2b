package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.headroom4j.memory.FaultyOriginals.Fault;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keeps what stores promise, and does not wait for one that hangs. No test here waits for a time to pass. */
class TimeLimitedOriginalStoreTest extends OriginalStoreContract {

    private static final Duration AMPLE = Duration.ofMinutes(10);
    private static final Duration TINY = Duration.ofNanos(1);

    private final InMemoryOriginalStore kept = new InMemoryOriginalStore();
    private final FaultyOriginals faulty = new FaultyOriginals(kept);

    @Override
    OriginalStore emptyStore() {
        return new TimeLimitedOriginalStore(kept, AMPLE);
    }

    @Override
    int count() {
        return kept.count();
    }

    @AfterEach
    void release() {
        faulty.release();
    }

    @Test
    void should_give_up_a_call_that_has_no_answer() {
        OriginalStore store = new TimeLimitedOriginalStore(faulty, TINY);
        faulty.next(Fault.PUT_HANGS);

        assertThatThrownBy(() -> store.put("scope", "text"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessage("the store did not answer within PT0.000000001S");
    }

    @Test
    void should_ask_no_more_while_too_many_calls_have_no_answer() {
        OriginalStore store = new TimeLimitedOriginalStore(faulty, Duration.ofMillis(2));
        faulty.next(Fault.FIND_HANGS);
        String message = "";
        // A call that is given up before it began does not count, so it may take more than there may be.
        for (int i = 0; i < 100_000 && !message.contains("not asked again"); i++) {
            Throwable failure = catchThrowable(() -> store.find("scope", "0123456789ab"));
            message = String.valueOf(failure.getMessage());
        }

        assertThat(message).isEqualTo("the store has not answered 64 calls, so it is not asked again");
    }

    @Test
    void should_throw_what_the_store_throws() {
        OriginalStore store = new TimeLimitedOriginalStore(faulty, AMPLE);

        assertThatThrownBy(() -> store.put(" ", "text")).isInstanceOf(IllegalArgumentException.class);
        faulty.next(Fault.PUT_THROWS);
        assertThatThrownBy(() -> store.put("scope", "text"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessage("the store is down");
        faulty.next(Fault.PUT_THROWS_ERROR);
        assertThatThrownBy(() -> store.put("scope", "text")).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void should_wait_in_a_thread_that_was_interrupted() {
        OriginalStore store = new TimeLimitedOriginalStore(faulty, AMPLE);

        Thread.currentThread().interrupt();
        OriginalId id = store.put("scope", "text");
        Optional<String> found = store.find("scope", id.shortForm());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).contains("text");
        store.clear("scope");
        assertThat(kept.count()).isZero();
    }

    @Test
    void should_refuse_a_limit_that_is_not_positive() {
        assertThatThrownBy(() -> new TimeLimitedOriginalStore(kept, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be positive, but was PT0S");
    }
}
