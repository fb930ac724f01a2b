package io.github.headroom4j.eval.gate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How long compressing took. Figures of different machines can not be compared. Immutable.
 *
 * @param machine what was measured on; empty if unknown
 * @param rows the figures
 */
record Latency(String machine, List<Row> rows) {

    static final Latency UNKNOWN = new Latency("", List.of());

    /**
     * One arm of a workload.
     *
     * @param workload the workload's name
     * @param arm the arm's name
     * @param p99Millis the 99th percentile over its tool results
     */
    record Row(String workload, String arm, double p99Millis) {}

    Latency {
        rows = List.copyOf(rows);
    }

    OptionalDouble p99(String workload, String arm) {
        return rows.stream()
                .filter(row -> row.workload().equals(workload) && row.arm().equals(arm))
                .mapToDouble(Row::p99Millis)
                .findFirst();
    }
}
