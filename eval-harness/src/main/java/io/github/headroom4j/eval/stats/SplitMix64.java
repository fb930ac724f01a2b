package io.github.headroom4j.eval.stats;

/**
 * Steele, Lea and Flood's SplitMix64 (OOPSLA 2014), written out so that no JDK can change the numbers. Not thread-safe.
 */
public final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /**
     * Starts.
     *
     * @param seed any number
     */
    public SplitMix64(long seed) {
        state = seed;
    }

    /**
     * The next 64 bits.
     *
     * @return any number
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Uniform in [0, bound) up to a bias below bound / 2^32, by multiplying and shifting.
     *
     * @param bound above zero
     * @return a number below it
     */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }
}
