package io.github.headroom4j.eval.cache;

/**
 * What a session's input tokens were to a cache. What was neither read nor written was processed and forgotten.
 * Immutable.
 *
 * @param input all input tokens of all requests
 * @param read those that a cache served
 * @param written those that were processed and put into a cache at the price for that
 */
public record CacheUsage(long input, long read, long written) {

    /** No tokens at all. */
    public static final CacheUsage NONE = new CacheUsage(0, 0, 0);

    /** Validates. */
    public CacheUsage {
        if (read < 0 || written < 0 || read + written > input) {
            throw new IllegalArgumentException("read and written must be at least 0 and at most " + input
                    + " together, but were " + read + " and " + written);
        }
    }

    /**
     * Both together.
     *
     * @param other another request or session
     * @return sums
     */
    public CacheUsage plus(CacheUsage other) {
        return new CacheUsage(input + other.input, read + other.read, written + other.written);
    }
}
