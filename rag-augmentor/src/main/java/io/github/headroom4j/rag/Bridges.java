package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.Stems;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The second hop: where names that the best units of one passage bring up are spoken of in others, and which passages those
 * units name by their titles. Not thread-safe.
 */
final class Bridges {

    /** What a title counts that only a neighbour of a best unit names, in its passage. */
    private static final double IN_THE_SAME_PASSAGE = 0.3;

    private final PassageSet set;
    private final Mentions mentions;
    // By unit, how much it is worth, measured by the best.
    private final Map<Integer, Double> best;

    /**
     * Bridges from some units.
     *
     * @param best the units worth most, and the share of the best value that each is worth
     */
    Bridges(PassageSet set, Mentions mentions, Map<Integer, Double> best) {
        this.set = set;
        this.mentions = mentions;
        this.best = best;
    }

    /** For each unit, how much of the names it holds that come from other passages; rare ones count more. */
    double[] named(Set<String> asked) {
        // Sorted, so that floating-point sums do not depend on hash order.
        Map<String, Double> names = new TreeMap<>();
        best.forEach((unit, worth) ->
                Names.of(set.units().get(unit).text()).forEach(name -> names.merge(name, worth, Math::max)));
        names.keySet().removeAll(asked);
        double[] scores = new double[set.units().size()];
        names.forEach((name, worth) -> addHolders(name, worth, scores));
        return scores;
    }

    private void addHolders(String name, double worth, double[] scores) {
        int[] holders = mentions.of(name);
        double rarity = Mentions.rarity(mentions.passages(name), set.passages().size());
        Set<Integer> from = new TreeSet<>();
        for (int unit : holders) {
            if (best.containsKey(unit)) {
                from.add(passage(unit));
            }
        }
        Arrays.stream(holders)
                .filter(unit -> !from.contains(passage(unit)))
                .forEach(unit -> scores[unit] += worth * rarity);
    }

    /** For each passage, how much of its title a best unit of another passage names, by what that unit is worth. */
    double[] titled() {
        double[] titled = new double[set.passages().size()];
        for (int passage = 0; passage < titled.length; passage++) {
            int first = set.firstUnit(passage);
            if (first < set.firstUnit(passage + 1) && set.units().get(first).isTitle()) {
                String title = withoutBrackets(set.units().get(first).text());
                titled[passage] = titled(passage, new Title(weights(passage, title), Title.initials(title)));
            }
        }
        return titled;
    }

    private double titled(int passage, Title title) {
        double most = 0;
        for (Map.Entry<Integer, Double> one : best.entrySet()) {
            int from = passage(one.getKey());
            for (int unit = set.firstUnit(from); from != passage && unit < set.firstUnit(from + 1); unit++) {
                boolean isBest = unit == one.getKey();
                double share = isBest
                        ? title.named(set.units().get(unit))
                        : title.shareOf(set.units().get(unit).stems());
                // Squared: a title that is named by half is more often another's.
                most = Math.max(most, (isBest ? 1 : IN_THE_SAME_PASSAGE) * share * share * one.getValue());
            }
        }
        return most;
    }

    /** The words of a title, by how few units of other passages have them. */
    private Map<String, Double> weights(int passage, String title) {
        Map<String, Double> weights = new TreeMap<>();
        for (String stem : new HashSet<>(Stems.of(title))) {
            long others = Arrays.stream(mentions.of(stem))
                    .filter(unit -> passage(unit) != passage)
                    .count();
            weights.put(stem, Mentions.rarity(others, set.units().size()));
        }
        return weights;
    }

    /** Without what tells it from others of its name. */
    private static String withoutBrackets(String title) {
        int open = title.indexOf('(');
        int close = title.indexOf(')', Math.max(0, open));
        return open > 0 && close > open ? title.substring(0, open) + title.substring(close + 1) : title;
    }

    private int passage(int unit) {
        return set.units().get(unit).passage();
    }
}
