package io.github.headroom4j.eval.metric;

import io.github.headroom4j.eval.dataset.EvalCase;
import java.util.Objects;

/**
 * Which case a result is of. Immutable.
 *
 * @param workload the workload's name
 * @param id the case's id within the workload
 * @param cluster what it shares with cases that are not independent of it
 * @param split "dev" or "test"
 * @param tier how repetitive its content is
 */
public record Subject(String workload, String id, String cluster, String split, String tier) {

    /** Validates that nothing is missing. */
    public Subject {
        Objects.requireNonNull(workload, "workload");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cluster, "cluster");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(tier, "tier");
    }

    /**
     * The subject of a case.
     *
     * @param workload the workload's name
     * @param evalCase the case
     * @return what reports need of it
     */
    public static Subject of(String workload, EvalCase evalCase) {
        return new Subject(workload, evalCase.id(), evalCase.cluster(), evalCase.split(), evalCase.tier());
    }
}
