package io.github.headroom4j.eval.workload.longsession;

import io.github.headroom4j.eval.dataset.EvalCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Deals cases to sessions, each to one session only, so that as few sessions as possible share a cluster. Nothing is drawn:
 * cases go by cluster, and within one in the order of their workload. Stateless.
 */
final class Deal {

    private Deal() {}

    /** Cases two by two, those of one cluster next to each other; one that is left over is in no session. */
    static List<List<EvalCase>> pairs(List<EvalCase> cases) {
        List<EvalCase> sorted =
                cases.stream().sorted(Comparator.comparing(EvalCase::cluster)).toList();
        List<List<EvalCase>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < sorted.size(); i += 2) {
            pairs.add(List.of(sorted.get(i), sorted.get(i + 1)));
        }
        return pairs;
    }

    /**
     * Groups of so many cases of one library. Whole clusters are put together until there are enough; what they have
     * beyond that is in no session. Groups of the libraries take turns.
     */
    static List<List<EvalCase>> groups(List<EvalCase> cases, int size) {
        List<List<List<EvalCase>>> libraries = new ArrayList<>();
        byKey(cases, EvalCase::systemPrompt).values().forEach(library -> libraries.add(ofLibrary(library, size)));
        List<List<EvalCase>> groups = new ArrayList<>();
        int most = libraries.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (List<List<EvalCase>> library : libraries) {
                if (i < library.size()) {
                    groups.add(library.get(i));
                }
            }
        }
        return groups;
    }

    private static List<List<EvalCase>> ofLibrary(List<EvalCase> library, int size) {
        List<List<EvalCase>> groups = new ArrayList<>();
        List<EvalCase> open = new ArrayList<>();
        for (List<EvalCase> cluster : new TreeMap<>(byKey(library, EvalCase::cluster)).values()) {
            open.addAll(cluster);
            if (open.size() >= size) {
                groups.add(List.copyOf(open.subList(0, size)));
                open.clear();
            }
        }
        return groups;
    }

    private static Map<String, List<EvalCase>> byKey(List<EvalCase> cases, Function<EvalCase, String> key) {
        Map<String, List<EvalCase>> groups = new LinkedHashMap<>();
        cases.forEach(one ->
                groups.computeIfAbsent(key.apply(one), any -> new ArrayList<>()).add(one));
        return groups;
    }

    /** Gives sessions the same cluster that share one of their cases, directly or by way of others: the first one's id. */
    static List<EvalCase> withClusters(List<EvalCase> sessions, List<List<String>> clusters) {
        int[] first = new int[sessions.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
        }
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                if (clusters.get(i).stream().anyMatch(clusters.get(j)::contains)) {
                    join(first, first[i], first[j]);
                }
            }
        }
        List<EvalCase> made = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            EvalCase one = sessions.get(i);
            made.add(new EvalCase(
                    one.id(),
                    "with-" + sessions.get(first[i]).id(),
                    one.split(),
                    one.tier(),
                    one.systemPrompt(),
                    one.question(),
                    one.calls(),
                    one.gold(),
                    one.evidence(),
                    one.turns()));
        }
        return made;
    }

    private static void join(int[] first, int one, int other) {
        int to = Math.min(one, other);
        int from = Math.max(one, other);
        for (int i = 0; i < first.length; i++) {
            first[i] = first[i] == from ? to : first[i];
        }
    }
}
