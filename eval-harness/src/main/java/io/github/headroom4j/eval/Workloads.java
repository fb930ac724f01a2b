package io.github.headroom4j.eval;

import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.eval.workload.codesearch.CodeSearchWorkload;
import io.github.headroom4j.eval.workload.logtriage.LogTriageWorkload;
import java.nio.file.Path;
import java.util.List;

/** The workloads there are. A new one is one line. */
final class Workloads {

    private Workloads() {}

    static List<Workload> in(Path datasets) {
        return List.of(
                // In the order of reports.
                new LogTriageWorkload(datasets), new CodeSearchWorkload(datasets.resolve("code-search")));
    }
}
