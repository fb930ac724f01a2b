package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.ArmRole;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.stats.ClusterBootstrap;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What leaving things out adds to re-encoding them, in one workload. Immutable.
 *
 * @param workload the workload's name
 * @param arm the arm that leaves things out
 * @param against the lossless arm
 * @param lossless the share of the baseline's tokens that re-encoding saves
 * @param gain the share of the baseline's tokens that the arm saves beyond that
 * @param difference mean of the paired differences of F1, arm minus lossless
 */
record OverLossless(String workload, String arm, String against, double lossless, Estimate gain, Estimate difference) {

    /** Empty where one of the two arms did not run. */
    static Optional<OverLossless> of(Report report, String workload, String arm) {
        List<ArmSummary.Pair> ours = report.pairs(workload, arm);
        Optional<String> against = report.setup().arms().stream()
                .map(Report.ArmAbout::name)
                .filter(name -> ArmRole.of(name) == ArmRole.LOSSLESS
                        && !report.pairs(workload, name).isEmpty())
                .findFirst();
        if (ours.isEmpty() || against.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(report, ours, report.pairs(workload, against.get())));
    }

    private static OverLossless of(Report report, List<ArmSummary.Pair> ours, List<ArmSummary.Pair> lossless) {
        List<Observation> gains = new ArrayList<>();
        List<Observation> differences = new ArrayList<>();
        long before = 0;
        long repacked = 0;
        for (int i = 0; i < ours.size(); i++) {
            CaseResult our = ours.get(i).after();
            CaseResult other = lossless.get(i).after();
            String cluster = our.subject().cluster();
            long base = ours.get(i).before().usage().inputTokens();
            double less = other.usage().inputTokens() - our.usage().inputTokens();
            gains.add(new Observation(cluster, less, base));
            differences.add(new Observation(cluster, our.f1() - other.f1(), 1));
            before += base;
            repacked += other.usage().inputTokens();
        }
        ClusterBootstrap bootstrap = new ClusterBootstrap(report.setup().protocol());
        CaseResult any = ours.get(0).after();
        return new OverLossless(
                any.subject().workload(),
                any.arm(),
                lossless.get(0).after().arm(),
                1 - (double) repacked / before,
                bootstrap.estimate(gains),
                bootstrap.estimate(differences));
    }
}
