package io.github.headroom4j.eval.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Unchanged;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some calls with one text. Immutable.
 *
 * @param input which text
 * @param chars its length
 * @param decision what became of it; several if calls differed
 * @param wallP50 median of the elapsed time, milliseconds
 * @param wallMax the longest elapsed time, milliseconds
 * @param cpuMax the most processor time of the calling thread, milliseconds
 * @param pastMax the most processor time after the limit, milliseconds
 * @param limit milliseconds
 */
record DeadlineRow(
        String input,
        int chars,
        String decision,
        double wallP50,
        double wallMax,
        double cpuMax,
        double pastMax,
        double limit) {

    /** What the time limit promises: past it, a call is over within a fifth of it. */
    static final double MAX_OVERSHOOT = 1.2;

    /** The row of some calls. */
    static DeadlineRow of(
            String input, String text, Duration limit, List<DeadlineWatch.Watched<CompressionResult>> calls) {
        double[] wall = calls.stream()
                .mapToDouble(call -> call.wallNanos() / 1e6)
                .sorted()
                .toArray();
        return new DeadlineRow(
                input,
                text.length(),
                calls.stream()
                        .map(call -> decision(call.result()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ")),
                wall[wall.length / 2],
                wall[wall.length - 1],
                calls.stream().mapToDouble(call -> call.cpuNanos() / 1e6).max().orElseThrow(),
                calls.stream().mapToDouble(call -> call.pastNanos() / 1e6).max().orElseThrow(),
                limit.toNanos() / 1e6);
    }

    private static String decision(CompressionResult result) {
        return result instanceof Compressed compressed
                ? compressed.step().toString()
                : ((Unchanged) result).reason().toString();
    }

    /** Processor time to the limit and after it, as a share of the limit; below 1 if the call was over before. */
    @JsonProperty
    double overshoot() {
        return pastMax > 0 ? 1 + pastMax / limit : Math.min(1, cpuMax / limit);
    }

    boolean kept() {
        return overshoot() <= MAX_OVERSHOOT;
    }
}
