package io.github.headroom4j.eval.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a figure is spread over cases: quantiles by nearest rank, and how many cases fall into each bin. Immutable.
 *
 * @param quantiles at the shares {@link #SHARES}
 * @param bins from the lowest figures to the highest
 */
record Spread(List<Double> quantiles, List<Bin> bins) {

    static final List<Double> SHARES = List.of(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);

    private static final double[] SAVED = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double[] CHANGES = {0.1, 0.25, 0.5};

    /** Differences of F1 smaller than this come from arithmetic alone. */
    private static final double SAME = 1e-9;

    /**
     * A bin.
     *
     * @param label its range in percent or points
     * @param cases how many
     */
    record Bin(String label, int cases) {}

    Spread {
        quantiles = List.copyOf(quantiles);
        bins = List.copyOf(bins);
    }

    /** Shares saved, in steps of ten percent; what grew has a bin of its own. */
    static Spread ofSavings(double[] saved) {
        List<Bin> bins = new ArrayList<>();
        bins.add(new Bin("grew", count(saved, Double.NEGATIVE_INFINITY, 0)));
        for (int i = 0; i < SAVED.length; i++) {
            double to = i + 1 < SAVED.length ? SAVED[i + 1] : Double.POSITIVE_INFINITY;
            bins.add(new Bin(i * 10 + "–" + (i + 1) * 10 + " %", count(saved, SAVED[i], to)));
        }
        return new Spread(quantiles(saved), bins);
    }

    /** Differences of F1; cases that score the same have a bin of their own, and gains mirror losses. */
    static Spread ofDifferences(double[] differences) {
        double[] gains = Arrays.copyOf(differences, differences.length);
        double[] losses = Arrays.stream(differences).map(value -> -value).toArray();
        List<Bin> bins = new ArrayList<>();
        for (int i = CHANGES.length; i >= 0; i--) {
            bins.add(new Bin("−" + upper(i) + " to " + lower(i, "−"), change(losses, i)));
        }
        bins.add(new Bin("same", count(differences, -SAME, SAME)));
        for (int i = 0; i <= CHANGES.length; i++) {
            bins.add(new Bin(lower(i, "+") + " to +" + upper(i), change(gains, i)));
        }
        return new Spread(quantiles(differences), bins);
    }

    private static String lower(int step, String sign) {
        return step == 0 ? "0" : sign + Math.round(100 * CHANGES[step - 1]);
    }

    private static long upper(int step) {
        return step == CHANGES.length ? 100 : Math.round(100 * CHANGES[step]);
    }

    private static int change(double[] sizes, int step) {
        return count(
                sizes,
                step == 0 ? SAME : CHANGES[step - 1],
                step == CHANGES.length ? Double.POSITIVE_INFINITY : CHANGES[step]);
    }

    private static int count(double[] values, double from, double to) {
        return (int) Arrays.stream(values)
                .filter(value -> value >= from && value < to)
                .count();
    }

    private static List<Double> quantiles(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return IntStream.range(0, SHARES.size())
                .mapToObj(i -> {
                    int rank = (int) Math.ceil(SHARES.get(i) * sorted.length - SAME);
                    return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
                })
                .toList();
    }
}
