package io.github.headroom4j.eval.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment (Scandinavian Journal of Statistics 6, 1979): who claims something of several workloads at
 * once errs in any of them with at most the stated probability. No assumption on how the workloads depend on each other.
 */
public final class Holm {

    private Holm() {}

    /**
     * Adjusts p-values.
     *
     * @param pValues of one family, each in [0, 1]
     * @return adjusted ones in the same order: the k-th smallest times how many are not smaller, never falling, at most 1
     * @throws IllegalArgumentException if one is not in [0, 1]
     */
    public static List<Double> adjust(List<Double> pValues) {
        for (double value : pValues) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p-value must be in [0, 1], but was " + value);
            }
        }
        int count = pValues.size();
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .mapToInt(Integer::intValue)
                .toArray();
        Double[] adjusted = new Double[count];
        double floor = 0;
        for (int rank = 0; rank < count; rank++) {
            floor = Math.max(floor, Math.min(1, pValues.get(order[rank]) * (count - rank)));
            adjusted[order[rank]] = floor;
        }
        return Arrays.asList(adjusted);
    }
}
