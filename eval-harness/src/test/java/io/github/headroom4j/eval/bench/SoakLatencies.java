package io.github.headroom4j.eval.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.SampleBuffer;
import org.openjdk.jmh.util.Statistics;

/** How long operations took, by store, in buckets that are exact to a thousandth and take bounded room. For one thread. */
final class SoakLatencies {

    private final Map<String, Map<SoakOperation, SampleBuffer>> samples = new HashMap<>();

    void add(String store, SoakOperation operation, long nanos) {
        of(store, operation).add(nanos);
    }

    void add(SoakLatencies other) {
        other.samples.forEach((store, operations) ->
                operations.forEach((operation, times) -> of(store, operation).addAll(times)));
    }

    private SampleBuffer of(String store, SoakOperation operation) {
        return samples.computeIfAbsent(store, name -> new EnumMap<>(SoakOperation.class))
                .computeIfAbsent(operation, name -> new SampleBuffer());
    }

    List<SoakResult.Latency> rows(List<String> stores) {
        List<SoakResult.Latency> rows = new ArrayList<>();
        for (String store : stores) {
            samples.getOrDefault(store, Map.of()).forEach((operation, times) -> {
                Statistics millis = times.getStatistics(1e-6);
                rows.add(new SoakResult.Latency(
                        store,
                        operation.label(),
                        millis.getN(),
                        millis.getPercentile(50),
                        millis.getPercentile(90),
                        millis.getPercentile(99),
                        millis.getPercentile(99.9),
                        millis.getMax()));
            });
        }
        return rows;
    }
}
