package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.gate.Finding.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a run may pass. Any regression fails it; otherwise anything that can not be judged leaves it undecided: a
 * result that is not shown is not a pass.
 */
public final class Gate {

    private final GatePolicy policy;
    private final RunFigures run;
    private final Optional<RunFigures> baseline;

    private Gate(GatePolicy policy, RunFigures run, Optional<RunFigures> baseline) {
        this.policy = policy;
        this.run = run;
        this.baseline = baseline;
    }

    /**
     * A gate.
     *
     * @param reports the folder with the reports of the run
     * @param baseline what {@link #writeBaseline} has written; null to judge the run by the policy alone
     * @param policy a policy in YAML; null for the standard one
     * @return a gate that has read all of them
     * @throws GateException if one of them is missing or is something else; the message names the file
     */
    public static Gate of(Path reports, @Nullable Path baseline, @Nullable Path policy) {
        return new Gate(
                policy == null ? GatePolicy.standard() : GatePolicy.read(policy),
                ReportFolder.read(reports, "this run"),
                Optional.ofNullable(baseline).map(BaselineFile::read));
    }

    /**
     * Judges the run.
     *
     * @return every finding and what follows from them
     */
    public GateResult judge() {
        List<Finding> findings = new ArrayList<>();
        for (WorkloadRun workload : run.workloads()) {
            GateRule rule = policy.of(workload.name());
            findings.addAll(new Judge(rule, run, baseline, workload).findings());
            findings.addAll(Controls.of(workload, run.protocol()));
            baseline.flatMap(before -> before.workload(workload.name()))
                    .ifPresent(before -> findings.addAll(Controls.missing(workload, before)));
        }
        for (String workload : policy.required()) {
            if (run.workload(workload).isEmpty()) {
                findings.add(new Finding(
                        workload, "workload", Outcome.CANNOT_JUDGE, "the policy names it, but it was not run"));
            }
        }
        if (run.workloads().isEmpty()) {
            findings.add(new Finding("–", "workload", Outcome.CANNOT_JUDGE, "this run has no workload at all"));
        }
        return new GateResult(findings);
    }

    /**
     * Makes this run the one that later runs are held against.
     *
     * @param file the file
     * @param withLatency whether times are kept; they differ from run to run
     * @throws GateException if it cannot be written
     */
    public void writeBaseline(Path file, boolean withLatency) {
        RunFigures kept =
                withLatency ? run : new RunFigures(run.name(), run.protocol(), run.workloads(), Latency.UNKNOWN);
        BaselineFile.write(file, kept, policy.arms());
    }
}
