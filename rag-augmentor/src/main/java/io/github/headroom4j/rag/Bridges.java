package io.github.headroom4j.rag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where names that one passage brings up are spoken of in others. Not thread-safe. */
final class Bridges {

    private final PassageSet set;
    private final List<Set<String>> stems;
    private final Map<String, Set<Integer>> holders = new HashMap<>();

    // Sorted, so that floating-point sums do not depend on hash order.
    private final Map<String, Double> weights = new TreeMap<>();
    private final Map<String, Set<Integer>> sources = new HashMap<>();

    Bridges(PassageSet set, List<Set<String>> stems) {
        this.set = set;
        this.stems = stems;
        for (int i = 0; i < stems.size(); i++) {
            int passage = set.units().get(i).passage();
            stems.get(i)
                    .forEach(stem -> holders.computeIfAbsent(stem, key -> new TreeSet<>())
                            .add(passage));
        }
    }

    /** Adds a name that a unit of some worth brings up. */
    void add(String name, double worth, int[] best) {
        weights.merge(name, worth, Math::max);
        Set<Integer> from = sources.computeIfAbsent(name, key -> new TreeSet<>());
        for (int unit : best) {
            if (stems.get(unit).contains(name)) {
                from.add(set.units().get(unit).passage());
            }
        }
    }

    /** For each unit, how much of the names it holds that come from other passages; rare ones count more. */
    double[] scores() {
        double[] scores = new double[stems.size()];
        int passages = set.passages().size();
        weights.forEach((name, weight) -> {
            int held = holders.getOrDefault(name, Set.of()).size();
            double rarity = Math.log(1 + (passages - held + 0.5) / (held + 0.5));
            Set<Integer> from = sources.getOrDefault(name, Set.of());
            for (int i = 0; i < scores.length; i++) {
                boolean elsewhere = !from.contains(set.units().get(i).passage());
                scores[i] += elsewhere && stems.get(i).contains(name) ? weight * rarity : 0;
            }
        });
        return scores;
    }
}
