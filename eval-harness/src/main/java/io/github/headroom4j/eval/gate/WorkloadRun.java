package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.arm.Arms;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One workload of a run: its cases in every arm, in one order. Immutable.
 *
 * @param name the workload's name
 * @param hash SHA-256 over everything that its cases say
 * @param arms the figures by arm, in the order of the report
 * @param controls the controls that ran; of a baseline, which does not keep their figures, their names
 */
record WorkloadRun(String name, String hash, Map<String, List<CaseFigures>> arms, Set<String> controls) {

    WorkloadRun(String name, String hash, Map<String, List<CaseFigures>> arms) {
        this(name, hash, arms, Controls.among(arms.keySet()));
    }

    WorkloadRun {
        controls = Collections.unmodifiableSet(new TreeSet<>(controls));
        Map<String, List<CaseFigures>> copy = new LinkedHashMap<>();
        arms.forEach((arm, cases) -> copy.put(arm, List.copyOf(cases)));
        arms = Collections.unmodifiableMap(copy);
    }

    boolean has(String arm) {
        return arms.containsKey(arm);
    }

    /** The figures of an arm; none if the run has no such arm. */
    List<CaseFigures> of(String arm) {
        return arms.getOrDefault(arm, List.of());
    }

    List<CaseFigures> baseline() {
        return of(Arms.BASELINE);
    }

    /** The baseline on the cases that an arm has: naive arms and controls may have run on some only. */
    List<CaseFigures> baselineOf(String arm) {
        Set<String> ids = of(arm).stream().map(CaseFigures::id).collect(Collectors.toSet());
        return baseline().stream().filter(one -> ids.contains(one.id())).toList();
    }
}
