package io.github.headroom4j.original;

/** Counts line feeds. Stateless and thread-safe. */
public final class LineFeeds {

    /** Line feeds between two checkpoints, default 65,536: found in less than a millisecond, however near they are. */
    private static final int FEEDS_PER_CHECK = 1 << 16;

    private LineFeeds() {}

    /**
     * How many line feeds a text has. Linear; makes no object, since whole originals are counted.
     *
     * @param text any text
     * @return not negative
     */
    public static int in(String text) {
        return in(text, () -> {});
    }

    /**
     * The same for what may have to give up.
     *
     * @param text any text
     * @param checkpoint run every {@value #FEEDS_PER_CHECK} line feeds; throws to give up
     * @return not negative
     */
    public static int in(String text, Runnable checkpoint) {
        int count = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (++count % FEEDS_PER_CHECK == 0) {
                checkpoint.run();
            }
        }
        return count;
    }
}
