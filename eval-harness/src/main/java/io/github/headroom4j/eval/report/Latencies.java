package io.github.headroom4j.eval.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the library took for each tool result. Differs from run to run, so it goes into {@code run.json} only. Thread-safe.
 */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Map<String, List<Long>>> nanos = new TreeMap<>();

    /**
     * Adds the times of a case.
     *
     * @param workload the workload's name
     * @param byArm nanoseconds by arm
     */
    public synchronized void add(String workload, Map<String, List<Long>> byArm) {
        byArm.forEach((arm, times) -> nanos.computeIfAbsent(workload, name -> new TreeMap<>())
                .computeIfAbsent(arm, name -> new ArrayList<>())
                .addAll(times));
    }

    /** One row per workload and arm, in milliseconds. */
    synchronized List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        nanos.forEach((workload, arms) -> arms.forEach((arm, times) -> {
            List<Long> sorted = new ArrayList<>(times);
            Collections.sort(sorted);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("workload", workload);
            row.put("arm", arm);
            row.put("results", sorted.size());
            row.put("p50Millis", millis(sorted, 0.5));
            row.put("p90Millis", millis(sorted, 0.9));
            row.put("p99Millis", millis(sorted, 0.99));
            row.put("maxMillis", millis(sorted, 1));
            rows.add(row);
        }));
        return rows;
    }

    private static BigDecimal millis(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size() - 1e-9);
        return Figures.exact(sorted.get(Math.max(1, rank) - 1) / NANOS_PER_MILLI);
    }
}
