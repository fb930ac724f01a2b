package io.github.headroom4j.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops calling what does not work, so that an agent does not wait for each call to fail (M. Nygard, "Release It!", 2007).
 *
 * <ul>
 *   <li><b>closed</b>: calls go through; after so many failures in a row it opens.
 *   <li><b>open</b>: calls fail at once with {@link CircuitOpenException}; after a while it is half open.
 *   <li><b>half open</b>: a few calls go through as probes, the others fail at once. If all probes go well it closes; if one
 *       fails it opens again. Probes that have not come back after that while are given up, and others go through.
 * </ul>
 *
 * <p>What a call brings counts in the state in which it went through: a call that ends late neither opens nor closes it. The
 * breaker bounds no call's time; see {@code TimeLimitedOriginalStore} for that.
 *
 * <p>Thread-safe, without locks: no thread, virtual or not, waits for another. A call costs a comparison and, but for the first
 * success after a failure, no write.
 */
public final class CircuitBreaker {

    /** What calls meet. */
    public enum State {
        /** Calls go through. */
        CLOSED,
        /** Calls fail at once. */
        OPEN,
        /** A few calls go through, to see. */
        HALF_OPEN
    }

    /**
     * When the state changes.
     *
     * @param failures failures in a row that open
     * @param openNanos how long it is open
     * @param probes calls that go through while half open
     */
    record Rules(int failures, long openNanos, int probes) {}

    private static final Logger log = LoggerFactory.getLogger(CircuitBreaker.class);

    private final String name;
    private final Rules rules;
    private final Predicate<? super Throwable> isFailure;
    private final List<CircuitListener> listeners;
    private final LongSupplier nanoClock;
    private final AtomicReference<Circuit> circuit;

    private CircuitBreaker(Builder builder) {
        name = builder.name;
        rules = new Rules(builder.failures, builder.open.toNanos(), builder.probes);
        isFailure = builder.isFailure;
        listeners = List.copyOf(builder.listeners);
        nanoClock = builder.nanoClock;
        circuit = new AtomicReference<>(Circuit.closed(0, nanoClock.getAsLong()));
    }

    /**
     * A closed breaker with the defaults.
     *
     * @param name what it guards, for events and log lines
     * @return a new breaker
     */
    public static CircuitBreaker of(String name) {
        return builder(name).build();
    }

    /**
     * A builder that starts with the defaults.
     *
     * @param name what it guards, for events and log lines
     * @return a new builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Makes a call if it goes through.
     *
     * @param call what to call
     * @param <T> what it gives
     * @return what it gave
     * @throws CircuitOpenException if it does not go through; whatever the call throws goes through as it is
     */
    public <T> T call(Supplier<T> call) {
        long round = admit();
        T result;
        try {
            result = call.get();
        } catch (RuntimeException e) {
            boolean failure = isFailure.test(e);
            change(round, failure ? e : null, one -> failure ? one.failed(rules, now()) : one.withdrawn());
            throw e;
        } catch (Error e) {
            // Tells of this program, not of what was called.
            change(round, null, Circuit::withdrawn);
            throw e;
        }
        change(round, null, one -> one.succeeded(rules, now()));
        return result;
    }

    /**
     * The state now. An open breaker whose time is over is half open only with its first probe.
     *
     * @return the state
     */
    public State state() {
        return current().state();
    }

    /** Lets a call through and returns its round. */
    private long admit() {
        while (true) {
            Circuit before = current();
            Circuit after = before.admitted(rules, now());
            if (after == null) {
                throw new CircuitOpenException(name + " is not called, since calls before failed; it is tried again "
                        + Duration.ofNanos(rules.openNanos()) + " after the last failure");
            }
            if (after.equals(before) || circuit.compareAndSet(before, after)) {
                tell(before, after, null);
                return after.round();
            }
        }
    }

    private void change(long round, @Nullable Throwable failure, UnaryOperator<Circuit> rule) {
        while (true) {
            Circuit before = current();
            Circuit after = before.round() == round ? rule.apply(before) : before;
            if (after.equals(before) || circuit.compareAndSet(before, after)) {
                tell(before, after, failure);
                return;
            }
        }
    }

    private Circuit current() {
        return Objects.requireNonNull(circuit.get(), "circuit");
    }

    private long now() {
        return nanoClock.getAsLong();
    }

    private void tell(Circuit before, Circuit after, @Nullable Throwable failure) {
        if (before.state() == after.state()) {
            return;
        }
        if (after.state() == State.OPEN) {
            log.warn("{} failed and is not called for {}", name, Duration.ofNanos(rules.openNanos()), failure);
        } else {
            log.info("{} is {} again", name, after.state() == State.CLOSED ? "called" : "tried");
        }
        CircuitListener.Change change = new CircuitListener.Change(name, before.state(), after.state(), failure);
        for (CircuitListener listener : listeners) {
            try {
                listener.onChange(change);
            } catch (RuntimeException e) {
                log.warn("A listener of {} failed", name, e);
            }
        }
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private int failures = 5;
        private Duration open = Duration.ofSeconds(10);
        private int probes = 1;
        private Predicate<? super Throwable> isFailure = failure -> true;
        private final List<CircuitListener> listeners = new ArrayList<>();
        private LongSupplier nanoClock = System::nanoTime;

        private Builder(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank, but was '" + name + "'");
            }
            this.name = name;
        }

        /**
         * How many failures in a row open it; 5 by default, more than a moment's trouble brings.
         *
         * @param newFailures positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder failures(int newFailures) {
            failures = positive("newFailures", newFailures);
            return this;
        }

        /**
         * How long it stays open; 10 seconds by default, about as long as a database takes to begin anew.
         *
         * @param newOpen positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder open(Duration newOpen) {
            if (newOpen.isNegative() || newOpen.isZero()) {
                throw new IllegalArgumentException("newOpen must be positive, but was " + newOpen);
            }
            open = newOpen;
            return this;
        }

        /**
         * How many calls go through while it is half open, all of which must go well; 1 by default.
         *
         * @param newProbes positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder probes(int newProbes) {
            probes = positive("newProbes", newProbes);
            return this;
        }

        /**
         * Which exceptions are failures of what is called; all by default. Others, such as those about wrong arguments, go to
         * the caller and count neither as failure nor as success. An {@link Error} is never a failure.
         *
         * @param newIsFailure whether an exception counts; thread-safe, throws nothing
         * @return this builder
         */
        public Builder failureIf(Predicate<? super Throwable> newIsFailure) {
            isFailure = Objects.requireNonNull(newIsFailure, "newIsFailure");
            return this;
        }

        /**
         * Adds a listener that learns of changes of state; none by default. Changes are logged in any case.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(CircuitListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * The clock; {@code System::nanoTime} by default. For tests, which move it by hand.
         *
         * @param newNanoClock gives nanoseconds since any moment; thread-safe
         * @return this builder
         */
        public Builder nanoClock(LongSupplier newNanoClock) {
            nanoClock = Objects.requireNonNull(newNanoClock, "newNanoClock");
            return this;
        }

        private static int positive(String name, int value) {
            if (value <= 0) {
                throw new IllegalArgumentException(name + " must be positive, but was " + value);
            }
            return value;
        }

        /**
         * Builds.
         *
         * @return a closed breaker
         */
        public CircuitBreaker build() {
            return new CircuitBreaker(this);
        }
    }
}
