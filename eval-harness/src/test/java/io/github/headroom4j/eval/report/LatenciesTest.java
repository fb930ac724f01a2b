package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void quantiles_are_over_all_results_of_a_workload_and_arm() {
        Latencies latencies = new Latencies();
        latencies.add("toy", Map.of("headroom", millis(1, 60)));
        latencies.add("toy", Map.of("headroom", millis(61, 100)));
        assertThat(latencies.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("workload", "toy")
                        .containsEntry("arm", "headroom")
                        .containsEntry("results", 100)
                        .containsEntry("p50Millis", BigDecimal.valueOf(50))
                        .containsEntry("p99Millis", BigDecimal.valueOf(99))
                        .containsEntry("maxMillis", BigDecimal.valueOf(100)));
    }

    private static List<Long> millis(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .map(value -> value * 1_000_000)
                .boxed()
                .toList();
    }
}
