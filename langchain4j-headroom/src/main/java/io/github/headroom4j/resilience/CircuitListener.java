package io.github.headroom4j.resilience;

import io.github.headroom4j.resilience.CircuitBreaker.State;
import org.jspecify.annotations.Nullable;

/**
 * Learns when a {@link CircuitBreaker} changes its state. Called on the thread of the call that changed it, after the change; of
 * two changes that follow at once, the second may be told first. What it throws is logged and goes no further. Must be
 * thread-safe.
 */
@FunctionalInterface
public interface CircuitListener {

    /**
     * A change.
     *
     * @param breaker the breaker's name
     * @param from the state it had
     * @param to the state it has; never the same
     * @param failure the failure that opened it, or null for other changes
     */
    record Change(
            String breaker, State from, State to, @Nullable Throwable failure) {}

    /**
     * Told after each change of state.
     *
     * @param change what changed
     */
    void onChange(Change change);
}
