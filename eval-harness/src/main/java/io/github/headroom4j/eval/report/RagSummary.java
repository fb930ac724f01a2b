package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.RagOutcome;
import io.github.headroom4j.eval.stats.ClusterBootstrap;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Observation;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one arm came to over cases with retrieved passages, beyond what all workloads tell. Shares are fractions of 1. Immutable.
 *
 * @param answerable how many questions have an answer
 * @param unanswerable how many have none
 * @param exact the share of all questions answered exactly; of unanswerable ones, not answered
 * @param f1 mean F1 of the answerable questions; empty if there are none
 * @param abstained the share of unanswerable questions that were not answered; empty if there are none
 * @param hasAnswer of the answerable questions whose answer the baseline shows, the share whose answer this arm shows too, with
 *     its interval; empty if there are none
 * @param contextBefore tokens injected beside the questions in the baseline
 * @param contextAfter tokens injected beside the questions in this arm
 * @param contextSaved 1 − after / before, with its interval
 * @param lookups calls of the retrieve tool
 */
record RagSummary(
        int answerable,
        int unanswerable,
        double exact,
        Optional<Double> f1,
        Optional<Double> abstained,
        Optional<Estimate> hasAnswer,
        long contextBefore,
        long contextAfter,
        Estimate contextSaved,
        int lookups) {

    private record Pair(CaseResult result, RagOutcome before, RagOutcome after) {

        Observation observation(double numerator, double denominator) {
            return new Observation(result.subject().cluster(), numerator, denominator);
        }
    }

    /** Null where cases have no passages. */
    static @Nullable RagSummary of(List<ArmSummary.Pair> cases, Protocol protocol) {
        List<Pair> pairs = new ArrayList<>();
        for (ArmSummary.Pair one : cases) {
            RagOutcome before = one.before().rag();
            RagOutcome after = one.after().rag();
            if (before == null || after == null) {
                return null;
            }
            pairs.add(new Pair(one.after(), before, after));
        }
        return of(pairs, new ClusterBootstrap(protocol));
    }

    private static RagSummary of(List<Pair> pairs, ClusterBootstrap bootstrap) {
        List<Pair> answerable = only(pairs, pair -> pair.after().answerable());
        List<Pair> unanswerable = only(pairs, pair -> !pair.after().answerable());
        List<Observation> shown = only(answerable, pair -> pair.before().hasAnswer()).stream()
                .map(pair -> pair.observation(pair.after().hasAnswer() ? 1 : 0, 1))
                .toList();
        long before =
                pairs.stream().mapToLong(pair -> pair.before().contextTokens()).sum();
        long after =
                pairs.stream().mapToLong(pair -> pair.after().contextTokens()).sum();
        return new RagSummary(
                answerable.size(),
                unanswerable.size(),
                share(pairs, pair -> pair.after().exact()),
                answerable.isEmpty() ? Optional.empty() : Optional.of(f1(answerable)),
                unanswerable.isEmpty()
                        ? Optional.empty()
                        : Optional.of(share(unanswerable, pair -> !pair.after().answered())),
                shown.isEmpty() ? Optional.empty() : Optional.of(bootstrap.estimate(shown)),
                before,
                after,
                bootstrap.estimate(pairs.stream()
                        .map(pair -> pair.observation(
                                (double) pair.before().contextTokens()
                                        - pair.after().contextTokens(),
                                (double) Math.max(1, pair.before().contextTokens())))
                        .toList()),
                pairs.stream().mapToInt(pair -> pair.after().lookups()).sum());
    }

    private static List<Pair> only(List<Pair> pairs, Predicate<Pair> wanted) {
        return pairs.stream().filter(wanted).toList();
    }

    private static double share(List<Pair> pairs, Predicate<Pair> wanted) {
        return (double) only(pairs, wanted).size() / pairs.size();
    }

    private static double f1(List<Pair> pairs) {
        return pairs.stream().mapToDouble(pair -> pair.result().f1()).average().orElseThrow();
    }
}
