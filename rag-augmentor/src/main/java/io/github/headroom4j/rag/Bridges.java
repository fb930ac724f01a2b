package io.github.headroom4j.rag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Where names that one passage brings up are spoken of in others. Not thread-safe. */
final class Bridges {

    private final PassageSet set;
    // Sorted, so that floating-point sums do not depend on hash order.
    private final Map<String, Double> weights = new TreeMap<>();
    private final Map<String, Set<Integer>> sources = new HashMap<>();

    Bridges(PassageSet set) {
        this.set = set;
    }

    /** Adds a name that a unit of some worth brings up. */
    void add(String name, double worth, int[] best) {
        weights.merge(name, worth, Math::max);
        Set<Integer> from = sources.computeIfAbsent(name, key -> new TreeSet<>());
        for (int unit : best) {
            if (set.speaksOf(unit, name)) {
                from.add(set.units().get(unit).passage());
            }
        }
    }

    /** For each unit, how much of the names it holds that come from other passages; rare ones count more. */
    double[] scores() {
        double[] scores = new double[set.units().size()];
        int passages = set.passages().size();
        weights.forEach((name, weight) -> {
            int[] holders = IntStream.range(0, scores.length)
                    .filter(unit -> set.speaksOf(unit, name))
                    .toArray();
            long held = Arrays.stream(holders).map(this::passage).distinct().count();
            double rarity = Math.log(1 + (passages - held + 0.5) / (held + 0.5));
            Set<Integer> from = sources.getOrDefault(name, Set.of());
            Arrays.stream(holders)
                    .filter(unit -> !from.contains(passage(unit)))
                    .forEach(unit -> scores[unit] += weight * rarity);
        });
        return scores;
    }

    private int passage(int unit) {
        return set.units().get(unit).passage();
    }
}
