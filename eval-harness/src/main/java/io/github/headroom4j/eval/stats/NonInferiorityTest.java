package io.github.headroom4j.eval.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A paired comparison and what it can tell. Immutable.
 *
 * @param estimate the difference with its interval, as a fraction of 1
 * @param standardError the standard deviation of the bootstrap's draws, in the same unit
 * @param pValue one-sided, of the hypothesis that the true difference lies at or below minus the margin; in (0, 1]
 * @param margin the margin, in the same unit, positive
 * @param confidence the share of results that the interval holds
 */
public record NonInferiorityTest(
        Estimate estimate, double standardError, double pValue, double margin, double confidence) {

    /** The power that a planned number of cases is meant to reach. */
    public static final double PLANNED_POWER = 0.8;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Validates the margin. */
    public NonInferiorityTest {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("margin must be positive, but was " + margin);
        }
    }

    /**
     * How likely a comparison of this precision is to be called non-inferior if there is truly no difference. By the normal
     * approximation with the bootstrap's standard error.
     *
     * @return a probability; 1 if no draw differs from another
     */
    public double power() {
        return standardError == 0 ? 1 : NORMAL.cumulativeProbability(margin / standardError - criticalValue());
    }

    /**
     * How many times as many cases, with the same spread and in as many more clusters, give a power of
     * {@link #PLANNED_POWER}: the standard error falls with the root of their number.
     *
     * @return for instance 3.5 if three and a half times as many are needed; below 1 if fewer would do
     */
    public double casesFactor() {
        double needed = criticalValue() + NORMAL.inverseCumulativeProbability(PLANNED_POWER);
        double ratio = needed * standardError / margin;
        return ratio * ratio;
    }

    /**
     * The smallest loss that a comparison of this precision finds inferior with a power of {@link #PLANNED_POWER}.
     *
     * @return a fraction of 1 beyond the margin: the loss itself
     */
    public double detectableLoss() {
        return margin + (criticalValue() + NORMAL.inverseCumulativeProbability(PLANNED_POWER)) * standardError;
    }

    private double criticalValue() {
        return NORMAL.inverseCumulativeProbability(1 - (1 - confidence) / 2);
    }
}
