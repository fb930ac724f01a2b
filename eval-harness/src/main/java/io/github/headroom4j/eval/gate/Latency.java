package io.github.headroom4j.eval.gate;

import java.util.Map;

/**
 * How long compressing took. Figures of different machines can not be compared. Immutable.
 *
 * @param machine what was measured on; empty if unknown
 * @param p99Millis the 99th percentile over the tool results of a workload, by its name
 */
record Latency(String machine, Map<String, Double> p99Millis) {

    static final Latency UNKNOWN = new Latency("", Map.of());

    Latency {
        p99Millis = Map.copyOf(p99Millis);
    }
}
