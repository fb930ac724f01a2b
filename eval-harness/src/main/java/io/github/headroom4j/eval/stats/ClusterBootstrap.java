package io.github.headroom4j.eval.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cluster bootstrap: whole clusters are drawn with replacement, as many as there are, and the ratio of sums is
 * computed anew for each draw. The interval holds the middle of the sorted results (percentile method). Cases of one
 * cluster stay together because they are not independent; treating them as if they were would make intervals too
 * narrow.
 *
 * <p>Deterministic: clusters are ordered by name and drawn by SplitMix64 from the seed. Immutable and thread-safe. Time
 * is resamples × clusters.
 */
public final class ClusterBootstrap {

    private final int resamples;
    private final double confidence;
    private final long seed;

    /**
     * A bootstrap.
     *
     * @param protocol names resamples, confidence and seed
     */
    public ClusterBootstrap(Protocol protocol) {
        resamples = protocol.resamples();
        confidence = protocol.confidence();
        seed = protocol.seed();
    }

    /**
     * Estimates a ratio of sums.
     *
     * @param observations at least one
     * @return the ratio and its interval
     * @throws IllegalArgumentException if there are none
     */
    public Estimate estimate(List<Observation> observations) {
        Sums[] clusters = clustersOf(observations);
        return estimate(clusters, draws(clusters));
    }

    /**
     * Tests whether a ratio of sums lies above minus a margin, by the same draws that the interval comes from.
     *
     * @param observations at least one
     * @param margin positive, in the unit of the ratio
     * @return the ratio, its interval, its standard error, and how often a draw lies at or below minus the margin
     * @throws IllegalArgumentException if there are no observations or the margin is not positive
     */
    public NonInferiorityTest test(List<Observation> observations, double margin) {
        Sums[] clusters = clustersOf(observations);
        double[] ratios = draws(clusters);
        Estimate estimate = estimate(clusters, ratios);
        long failing = Arrays.stream(ratios).filter(ratio -> ratio <= -margin).count();
        // The sample itself counts as one draw, so that no p-value is zero.
        double pValue = (failing + 1.0) / (ratios.length + 1.0);
        return new NonInferiorityTest(estimate, deviation(ratios), pValue, margin, confidence);
    }

    private Estimate estimate(Sums[] clusters, double[] ratios) {
        Sums all = new Sums(0, 0);
        for (Sums cluster : clusters) {
            all = all.plus(cluster);
        }
        double tail = (1 - confidence) / 2;
        return new Estimate(all.ratio(), quantile(ratios, tail), quantile(ratios, 1 - tail));
    }

    /** Sorted. */
    private double[] draws(Sums[] clusters) {
        double[] ratios = new double[resamples];
        SplitMix64 random = new SplitMix64(seed);
        for (int i = 0; i < resamples; i++) {
            ratios[i] = draw(clusters, random);
        }
        Arrays.sort(ratios);
        return ratios;
    }

    private static double deviation(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /**
     * How many clusters observations fall into.
     *
     * @param observations any
     * @return the number of distinct clusters
     */
    public static int clusters(List<Observation> observations) {
        return (int) observations.stream().map(Observation::cluster).distinct().count();
    }

    private record Sums(double numerator, double denominator) {

        Sums plus(Sums other) {
            return new Sums(numerator + other.numerator, denominator + other.denominator);
        }

        double ratio() {
            return numerator / denominator;
        }
    }

    private static Sums[] clustersOf(List<Observation> observations) {
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("observations must not be empty");
        }
        Map<String, Sums> byName = new TreeMap<>();
        for (Observation observation : observations) {
            byName.merge(
                    observation.cluster(), new Sums(observation.numerator(), observation.denominator()), Sums::plus);
        }
        return byName.values().toArray(Sums[]::new);
    }

    private static double draw(Sums[] clusters, SplitMix64 random) {
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < clusters.length; i++) {
            Sums drawn = clusters[random.nextInt(clusters.length)];
            numerator += drawn.numerator();
            denominator += drawn.denominator();
        }
        return numerator / denominator;
    }

    /** The smallest value with at least this share of values at or below it. */
    private static double quantile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length - 1e-9);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
    }
}
