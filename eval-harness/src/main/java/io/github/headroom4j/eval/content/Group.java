package io.github.headroom4j.eval.content;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The results of one type, or of one tier of it, summed up. */
record Group(String type, String tier, List<SampleResult> results) {

    /** Shares of tokens saved: over all tokens, and over samples alike. */
    record Saved(double total, double mean, double median) {}

    Group {
        results = List.copyOf(results);
    }

    long before() {
        return results.stream()
                .mapToLong(result -> result.reversible().before())
                .sum();
    }

    long after(Function<SampleResult, Shrunk> policy) {
        return results.stream()
                .mapToLong(result -> policy.apply(result).after())
                .sum();
    }

    Saved saved(Function<SampleResult, Shrunk> policy) {
        ToDoubleFunction<SampleResult> share = result -> policy.apply(result).saved();
        double[] sorted = results.stream().mapToDouble(share).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double mean = results.stream().mapToDouble(share).sum() / results.size();
        return new Saved(1 - (double) after(policy) / before(), mean, median);
    }

    int vital() {
        return results.stream()
                .mapToInt(result -> result.sample().vital().size())
                .sum();
    }

    int vitalVisible() {
        return results.stream().mapToInt(SampleResult::vitalVisible).sum();
    }

    int unexpected() {
        return (int) results.stream().filter(result -> !result.asExpected()).count();
    }

    long roundTrips(RoundTrip.Outcome outcome) {
        return results.stream()
                .mapToLong(result -> count(result.lossless().roundTrip(), outcome)
                        + count(result.reversible().roundTrip(), outcome))
                .sum();
    }

    long inflations() {
        return results.stream()
                .mapToLong(result -> (result.lossless().inflated() ? 1 : 0)
                        + (result.reversible().inflated() ? 1 : 0))
                .sum();
    }

    private static int count(RoundTrip.Outcome one, RoundTrip.Outcome other) {
        return one == other ? 1 : 0;
    }
}
