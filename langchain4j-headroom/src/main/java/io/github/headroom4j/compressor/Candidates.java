package io.github.headroom4j.compressor;

import java.util.BitSet;

/** Segments to choose from, described by parallel arrays, which are not copied: the caller must not change them. */
public final class Candidates {

    private final double[] scores;
    private final int[] costs;
    private final BitSet vital;

    /**
     * Describes segments.
     *
     * @param scores how much each segment tells a reader, not negative; 0 means that it tells nothing which is not shown
     *     already or summarised, and such a segment is never chosen for its score
     * @param costs what showing each segment costs, in tokens, not negative
     * @param vital the segments that are shown whatever their score and cost
     * @throws IllegalArgumentException if the arrays do not fit
     */
    public Candidates(double[] scores, int[] costs, BitSet vital) {
        if (scores.length != costs.length || vital.length() > scores.length) {
            throw new IllegalArgumentException("scores, costs and vital must speak of the same segments, but there are "
                    + scores.length + ", " + costs.length + " and at least " + vital.length());
        }
        this.scores = scores;
        this.costs = costs;
        this.vital = vital;
    }

    double[] scores() {
        return scores;
    }

    int[] costs() {
        return costs;
    }

    BitSet vital() {
        return vital;
    }
}
