package io.github.headroom4j.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.headroom4j.resilience.CircuitBreaker.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Any sequence of calls and pauses leads to the states that a plain description of the rules gives. */
class CircuitBreakerPropertyTest {

    private static final long OPEN = 10;

    enum Event {
        SUCCESS,
        FAILURE,
        NEITHER,
        SHORT_PAUSE,
        LONG_PAUSE
    }

    /** The rules, told as a history: what happened since the last change. */
    private static final class Model {
        private final int failures;
        private final int probes;
        private State state = State.CLOSED;
        private long since;
        private int inARow;
        private int passed;

        Model(int failures, int probes) {
            this.failures = failures;
            this.probes = probes;
        }

        /** Whether the call is made. */
        boolean take(Event event, long now) {
            if (state == State.OPEN && now - since < OPEN) {
                return false;
            }
            if (state == State.OPEN) {
                become(State.HALF_OPEN, now);
            }
            if (event == Event.FAILURE) {
                inARow++;
                if (state == State.HALF_OPEN || inARow >= failures) {
                    become(State.OPEN, now);
                }
            } else if (event == Event.SUCCESS) {
                inARow = 0;
                passed++;
                if (state == State.HALF_OPEN && passed >= probes) {
                    become(State.CLOSED, now);
                }
            }
            return true;
        }

        private void become(State next, long now) {
            state = next;
            since = now;
            inARow = 0;
            passed = 0;
        }
    }

    @Property(tries = 2_000, seed = "77001")
    void any_sequence_of_calls_and_pauses_leads_where_the_rules_say(
            @ForAll("events") List<Event> events,
            @ForAll @IntRange(min = 1, max = 4) int failures,
            @ForAll @IntRange(min = 1, max = 3) int probes) {
        AtomicLong clock = new AtomicLong();
        List<CircuitListener.Change> changes = new ArrayList<>();
        CircuitBreaker breaker = CircuitBreaker.builder("The model")
                .failures(failures)
                .probes(probes)
                .open(Duration.ofNanos(OPEN))
                .failureIf(IllegalStateException.class::isInstance)
                .listener(changes::add)
                .nanoClock(clock::get)
                .build();
        Model model = new Model(failures, probes);

        for (Event event : events) {
            if (event == Event.SHORT_PAUSE || event == Event.LONG_PAUSE) {
                clock.addAndGet(event == Event.SHORT_PAUSE ? OPEN / 3 : OPEN);
                continue;
            }
            boolean made = model.take(event, clock.get());
            Throwable thrown = catchThrowable(() -> breaker.call(() -> answer(event)));
            assertThat(thrown instanceof CircuitOpenException).isEqualTo(!made);
            assertThat(breaker.state()).isEqualTo(model.state);
        }
        for (int i = 0; i < changes.size(); i++) {
            assertThat(changes.get(i).from())
                    .isEqualTo(i == 0 ? State.CLOSED : changes.get(i - 1).to());
            assertThat(changes.get(i).to()).isNotEqualTo(changes.get(i).from());
            assertThat(changes.get(i).failure() != null)
                    .isEqualTo(changes.get(i).to() == State.OPEN);
        }
    }

    private static String answer(Event event) {
        if (event == Event.FAILURE) {
            throw new IllegalStateException("down");
        }
        if (event == Event.NEITHER) {
            throw new IllegalArgumentException("refused");
        }
        return "well";
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.just(Event.FAILURE)),
                        Tuple.of(3, Arbitraries.just(Event.SUCCESS)),
                        Tuple.of(3, Arbitraries.of(Event.NEITHER, Event.SHORT_PAUSE, Event.LONG_PAUSE)))
                .list()
                .ofMaxSize(60);
    }
}
