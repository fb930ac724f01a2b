package io.github.headroom4j.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.headroom4j.resilience.CircuitBreaker.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Duration OPEN = Duration.ofSeconds(10);

    private final AtomicLong clock = new AtomicLong();
    private final List<CircuitListener.Change> changes = new ArrayList<>();
    private final CircuitBreaker breaker = breaker().build();

    private CircuitBreaker.Builder breaker() {
        return CircuitBreaker.builder("The store")
                .failures(3)
                .open(OPEN)
                .probes(2)
                .failureIf(e -> !(e instanceof IllegalArgumentException))
                .listener(changes::add)
                .nanoClock(clock::get);
    }

    private static void succeed(CircuitBreaker breaker) {
        assertThat(breaker.<String>call(() -> "well")).isEqualTo("well");
    }

    private static IllegalStateException fail(CircuitBreaker breaker) {
        IllegalStateException failure = new IllegalStateException("down");
        assertThatThrownBy(() -> breaker.call(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        return failure;
    }

    private void open() {
        fail(breaker);
        fail(breaker);
        fail(breaker);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    private void later(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void should_open_after_so_many_failures_in_a_row() {
        fail(breaker);
        fail(breaker);
        succeed(breaker);
        fail(breaker);
        fail(breaker);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        IllegalStateException last = fail(breaker);

        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(changes).containsExactly(new CircuitListener.Change("The store", State.CLOSED, State.OPEN, last));
    }

    @Test
    void should_call_nothing_while_open() {
        open();
        AtomicInteger calls = new AtomicInteger();
        later(OPEN.minusNanos(1));

        assertThatThrownBy(() -> breaker.call(calls::incrementAndGet))
                .isInstanceOf(CircuitOpenException.class)
                .hasMessage("The store is not called, since calls before failed; it is tried again PT10S after the last"
                        + " failure");
        assertThat(calls).hasValue(0);
    }

    @Test
    void should_close_once_all_probes_went_well() {
        open();
        later(OPEN);
        succeed(breaker);
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        succeed(breaker);

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(changes)
                .extracting(CircuitListener.Change::to)
                .containsExactly(State.OPEN, State.HALF_OPEN, State.CLOSED);
        assertThat(changes.get(1).failure()).isNull();
    }

    @Test
    void should_open_again_for_the_whole_time_when_a_probe_fails() {
        open();
        later(OPEN);
        succeed(breaker);
        fail(breaker);
        later(OPEN.minusNanos(1));
        assertThat(catchThrowable(() -> succeed(breaker))).isInstanceOf(CircuitOpenException.class);
        later(Duration.ofNanos(1));
        succeed(breaker);

        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void should_let_no_more_calls_through_than_probes() {
        open();
        later(OPEN);

        breaker.call(() -> breaker.call(() -> {
            assertThat(catchThrowable(() -> succeed(breaker))).isInstanceOf(CircuitOpenException.class);
            return "second probe";
        }));

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void should_give_up_probes_that_do_not_come_back() {
        open();
        later(OPEN);

        breaker.call(() -> breaker.call(() -> {
            later(OPEN);
            succeed(breaker);
            assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
            return "came back after all, but counts no more";
        }));

        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        succeed(breaker);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void should_count_a_call_only_in_the_round_in_which_it_went_through() {
        assertThatThrownBy(() -> breaker.call(() -> {
                    open();
                    later(OPEN);
                    succeed(breaker);
                    throw new IllegalStateException("late");
                }))
                .hasMessage("late");
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);

        breaker.call(() -> {
            later(OPEN);
            fail(breaker);
            return "late";
        });
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void should_take_wrong_arguments_and_errors_for_no_answer() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> breaker.call(() -> {
                        throw new IllegalArgumentException("scope must not be blank");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> breaker.call(() -> {
                        throw new NoClassDefFoundError("org/example/Driver");
                    }))
                    .isInstanceOf(NoClassDefFoundError.class);
        }
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        open();
        later(OPEN);
        assertThat(catchThrowable(() -> breaker.call(() -> {
                    throw new IllegalArgumentException("a probe that says nothing");
                })))
                .isInstanceOf(IllegalArgumentException.class);
        succeed(breaker);
        succeed(breaker);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void should_go_on_when_a_listener_fails() {
        List<CircuitListener.Change> heard = new ArrayList<>();
        CircuitBreaker watched = CircuitBreaker.builder("The model")
                .failures(1)
                .listener(change -> {
                    throw new IllegalStateException("a listener's own trouble");
                })
                .listener(heard::add)
                .build();

        fail(watched);

        assertThat(heard).hasSize(1);
    }

    @Test
    void should_refuse_settings_without_meaning() {
        assertThatThrownBy(() -> CircuitBreaker.builder(" ")).hasMessage("name must not be blank, but was ' '");
        assertThatThrownBy(() -> breaker().failures(0)).hasMessage("newFailures must be positive, but was 0");
        assertThatThrownBy(() -> breaker().probes(-1)).hasMessage("newProbes must be positive, but was -1");
        assertThatThrownBy(() -> breaker().open(Duration.ZERO)).hasMessage("newOpen must be positive, but was PT0S");
    }
}
