package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.stats.ClusterBootstrap;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Observation;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.List;

/**
 * What one arm came to, case by case beside another. Immutable.
 *
 * @param cases how many cases
 * @param clusters how many clusters they fall into
 * @param before the other arm's tokens over the same cases
 * @param after this arm's tokens
 * @param saved 1 − after / before over all input tokens, with its interval
 * @param f1 this arm's mean F1 over cases
 * @param difference mean of the paired differences of F1, this arm minus the other, with its interval
 * @param evidence where the evidence is in this arm, over all cases
 */
public record PairedFigures(
        int cases,
        int clusters,
        Usage before,
        Usage after,
        Estimate saved,
        double f1,
        Estimate difference,
        EvidenceCount evidence) {

    /**
     * Compares.
     *
     * @param before the results of the other arm, at least one
     * @param after the results of this arm, of the same cases in the same order
     * @param protocol how intervals are computed
     * @return the figures
     * @throws IllegalArgumentException if there are not as many results in both, or none
     */
    public static PairedFigures of(List<CaseResult> before, List<CaseResult> after, Protocol protocol) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException(
                    "after must be of " + before.size() + " cases as before is, but was of " + after.size());
        }
        List<Observation> differences = new ArrayList<>();
        List<Observation> savings = new ArrayList<>();
        Usage usageBefore = Usage.NONE;
        Usage usageAfter = Usage.NONE;
        EvidenceCount evidence = EvidenceCount.NONE;
        double f1 = 0;
        for (int i = 0; i < after.size(); i++) {
            CaseResult ours = after.get(i);
            CaseResult other = before.get(i);
            String cluster = ours.subject().cluster();
            long tokens = other.usage().inputTokens();
            differences.add(new Observation(cluster, ours.f1() - other.f1(), 1));
            savings.add(new Observation(cluster, tokens - ours.usage().inputTokens(), tokens));
            usageBefore = usageBefore.plus(other.usage());
            usageAfter = usageAfter.plus(ours.usage());
            evidence = evidence.plus(ours.evidence());
            f1 += ours.f1();
        }
        ClusterBootstrap bootstrap = new ClusterBootstrap(protocol);
        return new PairedFigures(
                after.size(),
                ClusterBootstrap.clusters(differences),
                usageBefore,
                usageAfter,
                bootstrap.estimate(savings),
                f1 / after.size(),
                bootstrap.estimate(differences),
                evidence);
    }
}
