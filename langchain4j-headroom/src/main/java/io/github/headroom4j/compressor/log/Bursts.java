package io.github.headroom4j.compressor.log;

import java.util.Arrays;

/**
 * Where the entries of one kind cluster. What occurred once in the morning and again and again since noon has two
 * bursts, and the second one's start is what matters: it must not be hidden by the first.
 */
final class Bursts {

    /** A pause must be so many times the usual one to part two bursts, */
    private static final int TIMES_USUAL = 8;

    /** and this share of all the time or lines between the first and the last. */
    private static final int SHARE_OF_SPAN = 6;

    /** More bursts than this are a rhythm: the longest pauses count then. */
    private static final int MAX_BURSTS = 4;

    private Bursts() {}

    /**
     * Finds where bursts begin.
     *
     * @param positions of the entries, ascending: times or line numbers
     * @return indices into the positions, ascending, the first of them 0
     */
    static int[] starts(long[] positions) {
        int count = positions.length;
        if (count < 3) {
            return new int[] {0};
        }
        long[] pauses = new long[count - 1];
        for (int i = 1; i < count; i++) {
            pauses[i - 1] = positions[i] - positions[i - 1];
        }
        long[] sorted = pauses.clone();
        Arrays.sort(sorted);
        long usual = Math.max(1, sorted[(sorted.length - 1) / 2]);
        long least = Math.max(usual * TIMES_USUAL, (positions[count - 1] - positions[0]) / SHARE_OF_SPAN);
        least = Math.max(least, sorted.length >= MAX_BURSTS ? sorted[sorted.length - MAX_BURSTS + 1] : 0);
        int[] starts = new int[MAX_BURSTS];
        int found = 1;
        for (int i = 0; i < pauses.length && found < MAX_BURSTS; i++) {
            if (pauses[i] >= least && pauses[i] > usual) {
                starts[found++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, found);
    }
}
