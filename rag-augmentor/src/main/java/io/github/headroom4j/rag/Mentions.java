package io.github.headroom4j.rag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Which units of a set speak of a word, in their text or in their title. Reads the set once; immutable. */
final class Mentions {

    private static final int[] NONE = {};

    private final PassageSet set;
    private final Map<String, int[]> holders = new HashMap<>();

    private Mentions(PassageSet set) {
        this.set = set;
    }

    static Mentions in(PassageSet set) {
        Mentions mentions = new Mentions(set);
        Map<String, IntStream.Builder> found = new HashMap<>();
        for (int i = 0; i < set.units().size(); i++) {
            int unit = i;
            set.words(unit)
                    .forEach(word -> found.computeIfAbsent(word, key -> IntStream.builder())
                            .add(unit));
        }
        found.forEach((word, units) -> mentions.holders.put(word, units.build().toArray()));
        return mentions;
    }

    /** The units that speak of a word, ascending. Not to be changed. */
    int[] of(String stem) {
        return holders.getOrDefault(stem, NONE);
    }

    /** How many passages speak of a word. */
    int passages(String stem) {
        return (int) Arrays.stream(of(stem))
                .map(unit -> set.units().get(unit).passage())
                .distinct()
                .count();
    }

    /** How much a word tells that so many of some have: the inverse document frequency of BM25. */
    static double rarity(long holders, long all) {
        return Math.log(1 + (all - holders + 0.5) / (holders + 0.5));
    }
}
