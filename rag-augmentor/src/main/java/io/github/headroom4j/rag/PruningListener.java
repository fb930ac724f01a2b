package io.github.headroom4j.rag;

import org.jspecify.annotations.Nullable;

/**
 * Learns what pruning did with the passages of each question. Called on the thread that prunes, after the decision; what it
 * throws is logged and goes no further. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface PruningListener {

    /**
     * Passages were pruned or left alone.
     *
     * @param event question, outcome and time
     */
    void onPruning(Event event);

    /**
     * One decision. Immutable.
     *
     * @param question what was asked
     * @param passages how many passages there were
     * @param pruned what became of them, with tokens before and after
     * @param nanos how long it took
     * @param failureOrNull what the scorer or the store threw; null if nothing failed
     */
    record Event(
            String question,
            int passages,
            PrunedPassages pruned,
            long nanos,
            @Nullable Throwable failureOrNull) {}
}
