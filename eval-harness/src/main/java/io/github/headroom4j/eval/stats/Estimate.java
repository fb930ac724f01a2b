package io.github.headroom4j.eval.stats;

/**
 * A ratio with its confidence interval. Immutable.
 *
 * @param value the ratio over all observations
 * @param lower the interval's lower end
 * @param upper its upper end
 */
public record Estimate(double value, double lower, double upper) {}
