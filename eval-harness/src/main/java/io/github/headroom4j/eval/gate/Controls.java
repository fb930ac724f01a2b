package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.gate.Finding.Outcome;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Arms whose result is known beforehand. Where one of them comes out otherwise, the harness or its data can not tell good from
 * bad, and no other finding of that workload means anything.
 */
final class Controls {

    /** Does nothing a second time. */
    static final String NO_OP = "none-again";

    /** What must come out clearly worse, and why. */
    private static final Map<String, String> MUST_FAIL = Map.of(
            "random", "lines dropped at random",
            "random-sentences", "sentences dropped at random",
            "mutant", "a gold item hidden",
            "head", "the first lines only",
            "passage-heads", "the first words of each passage only");

    private Controls() {}

    static List<Finding> of(WorkloadRun workload, Protocol protocol) {
        List<Finding> findings = new ArrayList<>();
        workload.arms().forEach((arm, cases) -> {
            List<CaseFigures> none = workload.baselineOf(arm);
            if (Paired.isPossible(none, cases) && Paired.of(none, cases).isJudged()) {
                if (arm.equals(NO_OP)) {
                    findings.add(noOp(workload, Paired.of(none, cases), protocol));
                } else if (MUST_FAIL.containsKey(arm)) {
                    findings.add(mustFail(
                            workload, arm, Paired.of(none, cases).f1(protocol).estimate()));
                }
            }
        });
        return findings;
    }

    private static Finding noOp(WorkloadRun workload, Paired pairs, Protocol protocol) {
        Estimate nothing = new Estimate(0, 0, 0);
        boolean holds = pairs.saved(protocol).equals(nothing)
                && pairs.f1(protocol).estimate().equals(nothing);
        return finding(workload, NO_OP, holds, "the same again must save and change exactly nothing");
    }

    private static Finding mustFail(WorkloadRun workload, String arm, Estimate difference) {
        return finding(
                workload,
                arm,
                difference.upper() < 0,
                String.format(
                        Locale.ROOT,
                        "%s must answer worse: %+.2f [%+.2f, %+.2f] points",
                        MUST_FAIL.get(arm),
                        100 * difference.value(),
                        100 * difference.lower(),
                        100 * difference.upper()));
    }

    private static Finding finding(WorkloadRun workload, String arm, boolean holds, String message) {
        return new Finding(workload.name(), "control " + arm, holds ? Outcome.PASS : Outcome.CANNOT_JUDGE, message);
    }
}
