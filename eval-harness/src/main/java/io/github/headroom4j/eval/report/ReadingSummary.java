package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a language model read the cases of a workload in one arm. Immutable.
 *
 * @param f1 the mean F1 over cases of each draw
 * @param answers questions put to it, over all draws
 * @param failures those without a usable answer, by kind; they count as wrong
 * @param lookups calls of tools that it made
 * @param inputTokens tokens of its requests as its server counted them
 * @param outputTokens tokens of its answers as its server counted them
 */
record ReadingSummary(
        List<Double> f1, int answers, Map<String, Integer> failures, int lookups, long inputTokens, long outputTokens) {

    /** Null where programs read. */
    static @Nullable ReadingSummary of(List<ArmSummary.Pair> pairs) {
        Reading all = null;
        List<List<Double>> scores = new ArrayList<>();
        for (ArmSummary.Pair pair : pairs) {
            Reading reading = pair.after().reading();
            if (reading == null) {
                return null;
            }
            scores.add(reading.f1());
            all = all == null ? reading : all.plus(reading);
        }
        return all == null
                ? null
                : new ReadingSummary(
                        perDraw(scores),
                        all.answers(),
                        new TreeMap<>(all.failures()),
                        all.lookups(),
                        all.inputTokens(),
                        all.outputTokens());
    }

    private static List<Double> perDraw(List<List<Double>> scores) {
        int draws = scores.stream().mapToInt(List::size).min().orElse(0);
        List<Double> means = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            for (List<Double> one : scores) {
                sum += one.get(draw);
            }
            means.add(sum / scores.size());
        }
        return means;
    }

    int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The standard deviation of the draws' means, with n − 1; 0 of a single draw. */
    double spread() {
        if (f1.size() < 2) {
            return 0;
        }
        double mean = f1.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares =
                f1.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        return Math.sqrt(squares / (f1.size() - 1));
    }
}
