package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.stats.ClusterBootstrap;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.NonInferiorityTest;
import io.github.headroom4j.eval.stats.Observation;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The same cases in two arms or two runs, in one order. Immutable. */
final class Paired {

    private final List<CaseFigures> before;
    private final List<CaseFigures> after;

    private Paired(List<CaseFigures> before, List<CaseFigures> after) {
        this.before = before;
        this.after = after;
    }

    /** Whether two lists are of the same cases in the same order, at least one. */
    static boolean isPossible(List<CaseFigures> before, List<CaseFigures> after) {
        return !before.isEmpty() && ids(before).equals(ids(after));
    }

    static Paired of(List<CaseFigures> before, List<CaseFigures> after) {
        if (!isPossible(before, after)) {
            throw new IllegalArgumentException("no pairs: " + before.size() + " and " + after.size() + " cases");
        }
        return new Paired(before, after);
    }

    private static List<String> ids(List<CaseFigures> cases) {
        return cases.stream().map(CaseFigures::id).toList();
    }

    /** Whether all cases have an F1. */
    boolean isJudged() {
        return Stream.concat(before.stream(), after.stream()).noneMatch(one -> Double.isNaN(one.f1()));
    }

    int cases() {
        return after.size();
    }

    /** 1 − tokens after / before, with its interval. */
    Estimate saved(Protocol protocol) {
        List<Observation> savings = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            long tokens = before.get(i).tokens();
            savings.add(new Observation(
                    after.get(i).cluster(), tokens - after.get(i).tokens(), tokens));
        }
        return new ClusterBootstrap(protocol).estimate(savings);
    }

    /** F1 after minus before. */
    NonInferiorityTest f1(Protocol protocol) {
        return new ClusterBootstrap(protocol).test(differences(), protocol.marginPoints() / 100);
    }

    Verdict verdict(Protocol protocol, NonInferiorityTest test) {
        return protocol.judge(test.estimate(), cases(), ClusterBootstrap.clusters(differences()));
    }

    private List<Observation> differences() {
        List<Observation> differences = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            double difference = after.get(i).f1() - before.get(i).f1();
            differences.add(new Observation(after.get(i).cluster(), difference, 1));
        }
        return differences;
    }
}
