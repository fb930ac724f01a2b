package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.arm.ArmRole;
import io.github.headroom4j.eval.gate.Finding.Outcome;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arms whose result is known beforehand. Where one of them comes out otherwise, the harness or its data can not tell good from
 * bad, and no other finding of that workload means anything.
 */
final class Controls {

    /** Naive arms that must come out clearly worse, like every control: what they keep has nothing to do with the question. */
    private static final Set<String> BLIND = Set.of("head", "passage-heads");

    private Controls() {}

    /** Those of some arms that are controls. */
    static Set<String> among(Set<String> arms) {
        return arms.stream().filter(Controls::isControl).collect(Collectors.toSet());
    }

    private static boolean isControl(String arm) {
        ArmRole role = ArmRole.of(arm);
        return role == ArmRole.SAME || role == ArmRole.CONTROL || BLIND.contains(arm);
    }

    /** What a run leaves out does not speak for it: a control that ran before has to run again. */
    static List<Finding> missing(WorkloadRun workload, WorkloadRun baseline) {
        return baseline.controls().stream()
                .filter(arm -> !workload.controls().contains(arm))
                .map(arm -> finding(workload, arm, false, "it ran when the baseline was written, and did not run now"))
                .toList();
    }

    static List<Finding> of(WorkloadRun workload, Protocol protocol) {
        List<Finding> findings = new ArrayList<>();
        workload.arms().forEach((arm, cases) -> {
            List<CaseFigures> none = workload.baselineOf(arm);
            if (Paired.isPossible(none, cases) && Paired.of(none, cases).isJudged()) {
                if (ArmRole.of(arm) == ArmRole.SAME) {
                    findings.add(noOp(workload, arm, Paired.of(none, cases), protocol));
                } else if (isControl(arm)) {
                    findings.add(mustFail(
                            workload, arm, Paired.of(none, cases).f1(protocol).estimate()));
                }
            }
        });
        return findings;
    }

    private static Finding noOp(WorkloadRun workload, String arm, Paired pairs, Protocol protocol) {
        Estimate nothing = new Estimate(0, 0, 0);
        boolean holds = pairs.saved(protocol).equals(nothing)
                && pairs.f1(protocol).estimate().equals(nothing);
        return finding(workload, arm, holds, "the same again must save and change exactly nothing");
    }

    private static Finding mustFail(WorkloadRun workload, String arm, Estimate difference) {
        return finding(
                workload,
                arm,
                difference.upper() < 0,
                String.format(
                        Locale.ROOT,
                        "must answer worse: %+.2f [%+.2f, %+.2f] points",
                        100 * difference.value(),
                        100 * difference.lower(),
                        100 * difference.upper()));
    }

    private static Finding finding(WorkloadRun workload, String arm, boolean holds, String message) {
        return new Finding(workload.name(), "control " + arm, holds ? Outcome.PASS : Outcome.CANNOT_JUDGE, message);
    }
}
