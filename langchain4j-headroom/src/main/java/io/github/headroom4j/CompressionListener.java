package io.github.headroom4j;

import org.jspecify.annotations.Nullable;

/**
 * Learns of every decision. Called on the thread that compresses, after the decision; what it throws is logged and goes
 * no further. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface CompressionListener {

    /**
     * A text was compressed or left alone.
     *
     * @param event request, result and time
     */
    void onCompression(Event event);

    /**
     * One decision. Immutable.
     *
     * @param request what was asked
     * @param result what became of it
     * @param nanos how long it took
     * @param failureOrNull what a compressor or the store threw; null if nothing failed
     */
    record Event(
            CompressionRequest request,
            CompressionResult result,
            long nanos,
            @Nullable Throwable failureOrNull) {}
}
