package io.github.headroom4j.original;

/** Counts line feeds. Stateless and thread-safe. */
public final class LineFeeds {

    private LineFeeds() {}

    /**
     * How many line feeds a text has. Linear; makes no object, since whole originals are counted.
     *
     * @param text any text
     * @return not negative
     */
    public static int in(String text) {
        int count = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            count++;
        }
        return count;
    }
}
