package io.github.headroom4j.eval.content;

import io.github.headroom4j.eval.metric.Repetition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was found, in the order of types, tiers and names.
 *
 * @param results one per measured sample
 * @param tooSmall samples that no policy looks at
 * @param skipped files that hold no sample
 */
record ContentReport(List<SampleResult> results, List<Sample> tooSmall, List<SampleTree.Skipped> skipped) {

    ContentReport {
        results = results.stream()
                .sorted(Comparator.comparing(
                                (SampleResult result) -> result.sample().type())
                        .thenComparing(result -> result.sample().name()))
                .toList();
        tooSmall = List.copyOf(tooSmall);
        skipped = List.copyOf(skipped);
    }

    List<String> types() {
        return results.stream().map(result -> result.sample().type()).distinct().toList();
    }

    Group type(String type) {
        return new Group(type, "all", of(type).toList());
    }

    /** The tiers of a type that have samples, the most repetitive first. */
    List<Group> tiers(String type) {
        List<Group> groups = new ArrayList<>();
        for (String tier : Repetition.TIERS) {
            List<SampleResult> inTier =
                    of(type).filter(result -> result.tier().equals(tier)).toList();
            if (!inTier.isEmpty()) {
                groups.add(new Group(type, tier, inTier));
            }
        }
        return groups;
    }

    /** Tiers, then all of each type. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (String type : types()) {
            groups.addAll(tiers(type));
            groups.add(type(type));
        }
        return groups;
    }

    Group everything() {
        return new Group("all", "all", results);
    }

    /** What must not happen and did, one line each; empty is as it should be. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (SampleResult result : results) {
            problems(result.sample(), "lossless", result.lossless(), problems);
            problems(result.sample(), "reversible", result.reversible(), problems);
        }
        return problems;
    }

    private static void problems(Sample sample, String policy, Shrunk shrunk, List<String> problems) {
        String where = sample.name() + ", " + policy + ": ";
        if (shrunk.roundTrip() == RoundTrip.Outcome.DIFFERENT) {
            problems.add(where + "the original did not come back");
        }
        if (shrunk.inflated()) {
            problems.add(where + "grew from " + shrunk.before() + " to " + shrunk.after() + " tokens");
        }
        if (!shrunk.failure().isEmpty()) {
            problems.add(where + shrunk.outcome() + ": " + shrunk.failure());
        }
    }

    private Stream<SampleResult> of(String type) {
        return results.stream().filter(result -> result.sample().type().equals(type));
    }
}
