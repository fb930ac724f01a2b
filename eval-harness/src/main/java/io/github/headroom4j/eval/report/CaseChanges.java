package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The cases of one workload in one arm, each against the baseline. Immutable. */
final class CaseChanges {

    /** Worst cases that are named. */
    static final int NAMED = 5;

    private final List<ArmSummary.Pair> pairs;

    CaseChanges(List<ArmSummary.Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    static double saved(ArmSummary.Pair pair) {
        long before = pair.before().usage().inputTokens();
        return before == 0 ? 0 : 1 - (double) pair.after().usage().inputTokens() / before;
    }

    CaseResult any() {
        return pairs.get(0).after();
    }

    Spread savings() {
        return Spread.ofSavings(pairs.stream().mapToDouble(CaseChanges::saved).toArray());
    }

    Spread differences() {
        return Spread.ofDifferences(
                pairs.stream().mapToDouble(ArmSummary.Pair::difference).toArray());
    }

    /** Those that lost most F1, the largest loss first; none that lost nothing. */
    List<ArmSummary.Pair> largestLosses() {
        return worst(ArmSummary.Pair::difference);
    }

    /** Those whose tokens grew most, as a share of what they were; none that did not grow. */
    List<ArmSummary.Pair> largestGrowth() {
        return worst(CaseChanges::saved);
    }

    private List<ArmSummary.Pair> worst(ToDoubleFunction<ArmSummary.Pair> figure) {
        return pairs.stream()
                .filter(pair -> figure.applyAsDouble(pair) < 0)
                .sorted(Comparator.comparingDouble(figure)
                        .thenComparing(pair -> pair.after().subject().id()))
                .limit(NAMED)
                .toList();
    }
}
