package io.github.headroom4j.token;

/**
 * How small a text shall become: to at most so many tokens, or as far as it is safe.
 *
 * <p>A budget is a target, not a guillotine: segments that a compressor holds vital stay visible even if they exceed it.
 * Immutable and thread-safe.
 *
 * @param limit the target in tokens, positive; {@link Integer#MAX_VALUE} when there is none
 * @param bounded whether {@code limit} applies; if not, compressors stop where further savings would cost information
 */
public record TokenBudget(int limit, boolean bounded) {

    private static final TokenBudget AS_FAR_AS_SAFE = new TokenBudget(Integer.MAX_VALUE, false);

    /** Validates the components. */
    public TokenBudget {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive, but was " + limit);
        }
    }

    /**
     * At most so many tokens.
     *
     * @param limit tokens, positive
     * @return a bounded budget
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static TokenBudget tokens(int limit) {
        return new TokenBudget(limit, true);
    }

    /**
     * As small as it gets without hiding what a reader is likely to need; the default.
     *
     * @return an unbounded budget
     */
    public static TokenBudget asFarAsSafe() {
        return AS_FAR_AS_SAFE;
    }
}
