package io.github.headroom4j.eval.metric;

/**
 * How an answer compares with the gold set. Immutable.
 *
 * @param gold how many items the gold set has
 * @param answered how many items the answer has
 * @param matched how many of them were paired one to one
 */
public record Score(int gold, int answered, int matched) {

    /** Validates the counts. */
    public Score {
        if (matched < 0 || matched > Math.min(gold, answered)) {
            throw new IllegalArgumentException(
                    "matched must be in [0, min(" + gold + ", " + answered + ")], but was " + matched);
        }
    }

    /**
     * Both together.
     *
     * @param other another answer
     * @return sums
     */
    public Score plus(Score other) {
        return new Score(gold + other.gold, answered + other.answered, matched + other.matched);
    }

    /**
     * The harmonic mean of precision and recall.
     *
     * @return in [0, 1]; 1 if there is nothing to find and nothing was answered
     */
    public double f1() {
        return gold + answered == 0 ? 1 : 2.0 * matched / (gold + answered);
    }
}
