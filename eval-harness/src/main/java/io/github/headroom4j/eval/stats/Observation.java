package io.github.headroom4j.eval.stats;

/**
 * One case's share of a ratio of sums: a mean if all denominators are 1, saved tokens by tokens before otherwise.
 * Immutable.
 *
 * @param cluster what makes observations dependent on each other
 * @param numerator what is summed above the line
 * @param denominator what is summed below it, positive
 */
public record Observation(String cluster, double numerator, double denominator) {

    /** Validates the denominator. */
    public Observation {
        if (!(denominator > 0)) {
            throw new IllegalArgumentException("denominator must be positive, but was " + denominator);
        }
    }
}
