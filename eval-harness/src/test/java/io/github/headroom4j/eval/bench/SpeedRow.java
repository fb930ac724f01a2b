package io.github.headroom4j.eval.bench;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one benchmark took with one choice of parameters. Immutable.
 *
 * @param benchmark class and method, for instance {@code StageBenchmark.detect}
 * @param params the parameters by name
 * @param calls how many were timed
 * @param mean milliseconds
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param allocatedBytes per call; not a number if it was not measured
 */
record SpeedRow(
        String benchmark,
        Map<String, String> params,
        long calls,
        double mean,
        double p50,
        double p99,
        double allocatedBytes) {

    static SpeedRow of(RunResult result) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark();
        int type = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
        Map<String, String> named = new TreeMap<>();
        params.getParamsKeys().forEach(key -> named.put(key, params.getParam(key)));
        Statistics times = result.getPrimaryResult().getStatistics();
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new SpeedRow(
                name.substring(type + 1),
                named,
                times.getN(),
                times.getMean(),
                times.getPercentile(50),
                times.getPercentile(99),
                allocated == null ? Double.NaN : allocated.getScore());
    }

    /** The length of the text in characters, which of these texts is about that in bytes; 0 if there is none. */
    int chars() {
        return Integer.parseInt(params.getOrDefault("chars", "0"));
    }
}
