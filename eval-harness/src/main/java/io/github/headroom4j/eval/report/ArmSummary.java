package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.stats.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one arm came to over the cases of a workload. Immutable.
 *
 * @param workload the workload's name
 * @param arm the arm's name
 * @param cases how many cases
 * @param clusters how many clusters they fall into
 * @param before the baseline's tokens over the same cases
 * @param after this arm's tokens
 * @param saved 1 − after / before over all input tokens, with its interval
 * @param f1 mean F1 over cases
 * @param difference mean of the paired differences of F1 to the baseline, with its interval
 * @param worse how many cases score lower than in the baseline
 * @param better how many score higher
 * @param verdict what the interval says
 * @param evidence where the evidence is, over all cases
 * @param costs what it costs under each provider's cache; empty but for long sessions
 * @param rag what only cases with retrieved passages have; null for others
 * @param reading how a language model read the cases; null where the reader is a program
 */
record ArmSummary(
        String workload,
        String arm,
        int cases,
        int clusters,
        Usage before,
        Usage after,
        Estimate saved,
        double f1,
        Estimate difference,
        int worse,
        int better,
        Verdict verdict,
        EvidenceCount evidence,
        List<CostSummary> costs,
        @Nullable RagSummary rag,
        @Nullable ReadingSummary reading) {

    /** A case in the baseline and in the arm. */
    record Pair(CaseResult before, CaseResult after) {

        double difference() {
            return after.f1() - before.f1();
        }
    }

    static ArmSummary of(List<Pair> pairs, Protocol protocol) {
        PairedFigures figures = PairedFigures.of(
                pairs.stream().map(Pair::before).toList(),
                pairs.stream().map(Pair::after).toList(),
                protocol);
        CaseResult any = pairs.get(0).after();
        return new ArmSummary(
                any.subject().workload(),
                any.arm(),
                figures.cases(),
                figures.clusters(),
                figures.before(),
                figures.after(),
                figures.saved(),
                figures.f1(),
                figures.difference(),
                (int) pairs.stream().filter(pair -> pair.difference() < 0).count(),
                (int) pairs.stream().filter(pair -> pair.difference() > 0).count(),
                isJudged(pairs)
                        ? protocol.judge(figures.difference(), figures.cases(), figures.clusters())
                        : Verdict.NOT_JUDGED,
                figures.evidence(),
                CostSummary.of(pairs, protocol),
                RagSummary.of(pairs, protocol),
                ReadingSummary.of(pairs));
    }

    /** Cases without gold answers, even one, say nothing about answers; an F1 of them would look like a pass. */
    private static boolean isJudged(List<Pair> pairs) {
        return pairs.stream().noneMatch(pair -> pair.after().subject().tier().equals(EvalCase.SAVINGS_ONLY));
    }

    /** Whether answers can be right or wrong here. */
    boolean isJudged() {
        return verdict != Verdict.NOT_JUDGED;
    }

    boolean isBaseline() {
        return arm.equals(Arms.BASELINE);
    }

    double resultsSaved() {
        return share(before.resultTokens(), after.resultTokens());
    }

    double priceSaved() {
        return before.pricedTokens() == 0 ? 0 : 1 - after.pricedTokens() / before.pricedTokens();
    }

    private static double share(long before, long after) {
        return before == 0 ? 0 : 1 - (double) after / before;
    }
}
