package io.github.headroom4j.resilience;

import io.github.headroom4j.resilience.CircuitBreaker.State;
import org.jspecify.annotations.Nullable;

/**
 * The state of a breaker and its rules, as values: each rule gives the next state, and a breaker puts it in place of the one
 * before. A round begins with each change of state; what a call brings counts in the round in which it was let through.
 *
 * @param state open, half open or closed
 * @param round how many rounds were before this one
 * @param since when the round began, in nanoseconds of the breaker's clock
 * @param failures failures in a row, while closed
 * @param probes probes that were let through, while half open
 * @param passed probes that went well, while half open
 */
record Circuit(State state, long round, long since, int failures, int probes, int passed) {

    static Circuit closed(long round, long now) {
        return new Circuit(State.CLOSED, round, now, 0, 0, 0);
    }

    private Circuit next(State newState, long now) {
        return new Circuit(newState, round + 1, now, 0, newState == State.HALF_OPEN ? 1 : 0, 0);
    }

    /** What it is once a call is let through; null if none is. */
    @Nullable
    Circuit admitted(CircuitBreaker.Rules rules, long now) {
        return switch (state) {
            case CLOSED -> this;
            case OPEN -> isOver(rules, now) ? next(State.HALF_OPEN, now) : null;
            case HALF_OPEN -> {
                if (probes < rules.probes()) {
                    yield new Circuit(state, round, since, failures, probes + 1, passed);
                }
                // Probes that never came back must not keep it half open for ever.
                yield isOver(rules, now) ? next(State.HALF_OPEN, now) : null;
            }
        };
    }

    private boolean isOver(CircuitBreaker.Rules rules, long now) {
        return now - since >= rules.openNanos();
    }

    Circuit succeeded(CircuitBreaker.Rules rules, long now) {
        return switch (state) {
            case CLOSED -> failures == 0 ? this : closed(round, since);
            case OPEN -> this;
            case HALF_OPEN ->
                passed + 1 >= rules.probes()
                        ? next(State.CLOSED, now)
                        : new Circuit(state, round, since, failures, probes, passed + 1);
        };
    }

    Circuit failed(CircuitBreaker.Rules rules, long now) {
        return switch (state) {
            case CLOSED ->
                failures + 1 >= rules.failures()
                        ? next(State.OPEN, now)
                        : new Circuit(state, round, since, failures + 1, probes, passed);
            case OPEN -> this;
            case HALF_OPEN -> next(State.OPEN, now);
        };
    }

    /** A call said nothing about what it called: as if it had not been let through. */
    Circuit withdrawn() {
        return state == State.HALF_OPEN ? new Circuit(state, round, since, failures, probes - 1, passed) : this;
    }
}
