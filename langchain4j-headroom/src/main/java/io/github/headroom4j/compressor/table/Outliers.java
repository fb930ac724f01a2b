package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows in which a measure is far from what it usually is, by median and median absolute deviation, which, other than mean
 * and standard deviation, the outliers themselves do not move. Positive measures must stand out on a logarithmic scale as
 * well: most of them are skewed, and twice the median is then nothing special. Where a column of labels parts the rows into
 * series, each series is judged by itself.
 */
final class Outliers {

    /** Deviations, scaled to those of a normal distribution, from which on a value is an outlier. */
    private static final double THRESHOLD = 6;

    private static final double MAD_TO_SIGMA = 1.4826;

    /** Fewer values have no usual. */
    private static final int MIN_VALUES = 10;

    /** Of a measure's periods of outliers, the most extreme are shown. */
    private static final int MAX_PERIODS = 4;

    /** Of all measures' periods, the most extreme are shown; wide tables have something odd in every row. */
    private static final int MAX_PERIODS_IN_ALL = 8;

    /** If a larger share of the values is outside, the measure has no usual value. */
    private static final double MAX_SHARE = 0.25;

    private final List<Period> found = new ArrayList<>();

    private record Period(int first, int peak, int last, double deviation) {}

    private Outliers() {}

    /** First, most extreme and last row of each period of outliers. */
    static BitSet of(List<ColumnProfile> columns) {
        Outliers outliers = new Outliers();
        ColumnProfile series = series(columns);
        for (ColumnProfile column : columns) {
            if (column.isMeasure()) {
                outliers.add(column, series);
            }
        }
        BitSet rows = new BitSet();
        mostExtreme(outliers.found, MAX_PERIODS_IN_ALL).forEach(period -> {
            rows.set(period.first());
            rows.set(period.peak());
            rows.set(period.last());
        });
        return rows;
    }

    private static List<Period> mostExtreme(List<Period> periods, int limit) {
        return periods.stream()
                .sorted(Comparator.comparingDouble((Period period) -> -period.deviation())
                        .thenComparingInt(Period::first))
                .limit(limit)
                .toList();
    }

    /** The first column of labels whose values part the rows into series long enough to have a usual. */
    static @Nullable ColumnProfile series(List<ColumnProfile> columns) {
        return columns.stream()
                .filter(column -> column.isCategorical()
                        && column.holdsLabels()
                        && column.counts().values().stream().allMatch(count -> count >= MIN_VALUES))
                .findFirst()
                .orElse(null);
    }

    private void add(ColumnProfile column, @Nullable ColumnProfile series) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < column.rows(); row++) {
            if (!Double.isNaN(column.number(row))) {
                Value key = series == null ? null : series.at(row);
                groups.computeIfAbsent(key == null ? "" : key, k -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Period> periods = new ArrayList<>();
        groups.values().forEach(group -> periods.addAll(periods(column, group)));
        found.addAll(mostExtreme(periods, MAX_PERIODS));
    }

    private static List<Period> periods(ColumnProfile column, List<Integer> group) {
        double[] deviations =
                deviations(group.stream().mapToDouble(row -> column.number(row)).toArray(), column.pace());
        long outside = Arrays.stream(deviations).filter(d -> d > THRESHOLD).count();
        List<Period> periods = new ArrayList<>();
        if (group.size() < MIN_VALUES || outside > Math.max(1, group.size() * MAX_SHARE)) {
            return periods;
        }
        for (int i = 0; i < deviations.length; i++) {
            if (deviations[i] > THRESHOLD) {
                int first = i;
                int peak = i;
                for (; i + 1 < deviations.length && deviations[i + 1] > THRESHOLD; i++) {
                    peak = deviations[i + 1] > deviations[peak] ? i + 1 : peak;
                }
                periods.add(new Period(group.get(first), group.get(peak), group.get(i), deviations[peak]));
            }
        }
        return periods;
    }

    private static double[] deviations(double[] values, Pace pace) {
        pace.step(values.length);
        double[] sorted = Objects.requireNonNull(values).clone();
        Arrays.sort(sorted);
        double[] plain = scaled(values, sorted);
        boolean any = Arrays.stream(plain).anyMatch(deviation -> deviation > THRESHOLD);
        if (any && sorted[0] > 0) {
            // A logarithm never falls where its argument rises.
            double[] logarithmic = scaled(logarithms(values), logarithms(sorted));
            for (int i = 0; i < plain.length; i++) {
                plain[i] = Math.min(plain[i], logarithmic[i]);
            }
        }
        return plain;
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static double[] scaled(double[] values, double[] sorted) {
        double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        double spread = MAD_TO_SIGMA * medianDistance(sorted, median);
        // Where most values are equal, whatever differs is far away, and the farther the more so.
        double unit = spread > 0 ? spread : Math.max(Double.MIN_NORMAL, Math.abs(median) * 1e-3);
        return Arrays.stream(values)
                .map(value -> Math.abs(value - median) / unit)
                .toArray();
    }

    /** The median of distances from the median, which grow to both sides of it. */
    static double medianDistance(double[] sorted, double median) {
        int below = sorted.length / 2;
        int above = below + 1;
        double distance = 0;
        for (int i = 0; i <= sorted.length / 2 && sorted.length > 0; i++) {
            boolean left = below >= 0 && (above >= sorted.length || median - sorted[below] <= sorted[above] - median);
            distance = left ? median - sorted[below--] : sorted[above++] - median;
        }
        return distance;
    }
}
