package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.stats.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to, read from its reports or from a baseline. Immutable.
 *
 * @param name how messages call it, for instance "this run"
 * @param protocol how it was judged
 * @param workloads in the order of the report
 * @param latency how long compression took, if the run says so
 */
record RunFigures(String name, Protocol protocol, List<WorkloadRun> workloads, Latency latency) {

    RunFigures {
        workloads = List.copyOf(workloads);
    }

    Optional<WorkloadRun> workload(String workload) {
        return workloads.stream().filter(one -> one.name().equals(workload)).findFirst();
    }
}
