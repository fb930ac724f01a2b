package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.ArmRole;
import io.github.headroom4j.eval.stats.ClusterBootstrap;
import io.github.headroom4j.eval.stats.Holm;
import io.github.headroom4j.eval.stats.NonInferiorityTest;
import io.github.headroom4j.eval.stats.Observation;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Finds out how much the verdicts on our arms can bear. One arm in all workloads is one family of claims. */
final class Strengths {

    private Strengths() {}

    static List<Strength> of(Report report) {
        Map<String, List<ArmSummary>> families = new LinkedHashMap<>();
        for (ArmSummary row : report.summaries()) {
            ArmRole role = ArmRole.of(row.arm());
            if (role == ArmRole.OURS || role == ArmRole.LOSSLESS) {
                families.computeIfAbsent(row.arm(), arm -> new ArrayList<>()).add(row);
            }
        }
        return families.values().stream()
                .flatMap(family -> family(report, family).stream())
                .toList();
    }

    private static List<Strength> family(Report report, List<ArmSummary> family) {
        List<NonInferiorityTest> tests = family.stream()
                .map(row -> test(report.setup().protocol(), report.pairs(row.workload(), row.arm())))
                .toList();
        List<Double> adjusted =
                Holm.adjust(tests.stream().map(NonInferiorityTest::pValue).toList());
        List<Strength> strengths = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            strengths.add(new Strength(
                    family.get(i).workload(),
                    family.get(i).arm(),
                    OptionalDouble.of(adjusted.get(i)),
                    OptionalDouble.of(tests.get(i).detectableLoss()),
                    OptionalDouble.of(tests.get(i).power())));
        }
        return strengths;
    }

    private static NonInferiorityTest test(Protocol protocol, List<ArmSummary.Pair> pairs) {
        List<Observation> differences = pairs.stream()
                .map(pair -> new Observation(pair.after().subject().cluster(), pair.difference(), 1))
                .toList();
        return new ClusterBootstrap(protocol).test(differences, protocol.marginPoints() / 100);
    }
}
