package io.github.headroom4j.eval.metric;

/**
 * The tokens of one session, counted over the requests as they were sent: system prompt, all messages, all tool
 * specifications, in every request anew. Savings computed from it are net, since markers, the retrieve tool's
 * specification and retrieved slices are in the requests. Immutable.
 *
 * @param requests how many requests the session took
 * @param inputTokens the tokens of all requests together
 * @param cachedTokens those of them that a provider's prefix cache serves: the blocks (tools, then messages) at the
 *     front of a request that equal those of the request before, byte for byte, up to the first difference
 * @param resultTokens the tokens of the tool results alone, each counted once
 */
public record Usage(int requests, long inputTokens, long cachedTokens, long resultTokens) {

    /** No tokens at all. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    private static final double CACHE_READ_PRICE = 0.1;
    private static final double CACHE_WRITE_PRICE = 1.25;

    /**
     * The price in units of an uncached input token, where each block is written to the cache once (1.25) and read from
     * it in later requests (0.1).
     *
     * @return not negative
     */
    public double pricedTokens() {
        return CACHE_READ_PRICE * cachedTokens + CACHE_WRITE_PRICE * (inputTokens - cachedTokens);
    }

    /**
     * Both together.
     *
     * @param other another session
     * @return sums
     */
    public Usage plus(Usage other) {
        return new Usage(
                requests + other.requests,
                inputTokens + other.inputTokens,
                cachedTokens + other.cachedTokens,
                resultTokens + other.resultTokens);
    }

    /**
     * The mean of several sessions of which this is the sum.
     *
     * @param sessions how many
     * @return counts rounded to the nearest
     */
    public Usage dividedBy(int sessions) {
        return new Usage(
                Math.toIntExact(Math.round((double) requests / sessions)),
                Math.round((double) inputTokens / sessions),
                Math.round((double) cachedTokens / sessions),
                Math.round((double) resultTokens / sessions));
    }
}
