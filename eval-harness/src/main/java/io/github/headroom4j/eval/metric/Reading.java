package io.github.headroom4j.eval.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a language model read a case, in one or several draws. Immutable.
 *
 * @param f1 the score of each draw, 0 where a draw of a case with one question failed
 * @param answers how many questions were put to it, over all draws
 * @param failures how many of them have no usable answer, by kind
 * @param lookups how many calls of tools it made
 * @param inputTokens tokens of its requests as its server counted them; what it did not count is not in it
 * @param outputTokens tokens of its answers as its server counted them
 */
public record Reading(
        List<Double> f1, int answers, Map<String, Integer> failures, int lookups, long inputTokens, long outputTokens) {

    /** Copies the collections. */
    public Reading {
        f1 = List.copyOf(f1);
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    }

    /**
     * Whether any question has no usable answer.
     *
     * @return whether there are failures
     */
    public boolean hasFailed() {
        return !failures.isEmpty();
    }

    /**
     * The same with the score of its only draw.
     *
     * @param score in [0, 1]
     * @return a new reading
     */
    public Reading scored(double score) {
        return new Reading(List.of(score), answers, failures, lookups, inputTokens, outputTokens);
    }

    /**
     * Both together.
     *
     * @param other another draw
     * @return sums, and the scores one after the other
     */
    public Reading plus(Reading other) {
        List<Double> scores = new ArrayList<>(f1);
        scores.addAll(other.f1);
        Map<String, Integer> sums = new TreeMap<>(failures);
        other.failures.forEach((kind, count) -> sums.merge(kind, count, Integer::sum));
        return new Reading(
                scores,
                answers + other.answers,
                sums,
                lookups + other.lookups,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens);
    }
}
