package io.github.headroom4j.eval.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much a verdict can bear: what is known of an arm in a workload beyond the interval. Reports have columns for what is
 * present. Immutable.
 *
 * @param workload the workload's name
 * @param arm the arm's name
 * @param adjustedP the p-value of inferiority by at least the margin, adjusted by Holm over the workloads
 * @param detectable the smallest loss of F1 that would have been found inferior four times of five, as a fraction of 1
 * @param power how likely it was to be called non-inferior had there truly been no difference
 */
record Strength(
        String workload, String arm, OptionalDouble adjustedP, OptionalDouble detectable, OptionalDouble power) {

    /** Nothing known. */
    static Strength none(String workload, String arm) {
        return new Strength(workload, arm, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** What is known of a row. */
    static Strength of(List<Strength> all, ArmSummary row) {
        return all.stream()
                .filter(one ->
                        one.workload().equals(row.workload()) && one.arm().equals(row.arm()))
                .findFirst()
                .orElseGet(() -> none(row.workload(), row.arm()));
    }

    /** Empty if it is not known. */
    String adjustedPInWords() {
        return adjustedP.isPresent() ? Figures.p(adjustedP.getAsDouble()) : "";
    }

    /** Empty if it is not known. */
    String powerInWords() {
        return power.isPresent() ? Figures.percent(power.getAsDouble()) : "";
    }

    /** Puts what is known into a map for programs. */
    void into(Map<String, Object> values) {
        adjustedP.ifPresent(p -> values.put("adjustedP", Figures.exact(p)));
        detectable.ifPresent(loss -> values.put("detectableDifference", Figures.exact(loss)));
        power.ifPresent(chance -> values.put("power", Figures.exact(chance)));
    }
}
