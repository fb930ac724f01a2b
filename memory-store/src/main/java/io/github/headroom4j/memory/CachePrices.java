package io.github.headroom4j.memory;

/**
 * What tokens of a provider's prompt cache cost, in units of a plain input token. Immutable.
 *
 * @param read of a token that is read from the cache, in [0, 1]
 * @param write of a token that is sent anew, and written into the cache; at least {@code read}
 */
public record CachePrices(double read, double write) {

    /** Validates the prices. */
    public CachePrices {
        if (!(read >= 0 && read <= 1)) {
            throw new IllegalArgumentException("read must be in [0, 1], but was " + read);
        }
        if (!(write >= read && write < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("write must be at least " + read + " and finite, but was " + write);
        }
    }

    /**
     * Anthropic's: reading costs a tenth, writing a quarter more.
     *
     * @return 0.1 and 1.25
     */
    public static CachePrices anthropic() {
        return new CachePrices(0.1, 1.25);
    }

    /**
     * OpenAI's of current models: reading costs a tenth, writing nothing more.
     *
     * @return 0.1 and 1
     */
    public static CachePrices openAi() {
        return new CachePrices(0.1, 1);
    }

    /**
     * A provider without a cache: every token costs the same on each request.
     *
     * @return 1 and 1
     */
    public static CachePrices uncached() {
        return new CachePrices(1, 1);
    }
}
