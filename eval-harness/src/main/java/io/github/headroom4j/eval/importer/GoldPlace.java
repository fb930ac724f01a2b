package io.github.headroom4j.eval.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Where among the passages those stand that answer. Models read the first and the last passages better than those between
 * (Liu et al., "Lost in the Middle", TACL 2024), so the place is part of a measurement.
 */
public enum GoldPlace {
    /** Where the file has them, if it gives the other passages, too; else as {@link #SHUFFLED}. */
    AS_GIVEN,

    /** All passages in an order drawn by the seed. */
    SHUFFLED,

    /** Before all others. */
    FIRST,

    /** With half of the others before them, the smaller half if they are odd. */
    MIDDLE,

    /** After all others. */
    LAST;

    /**
     * The name in options and provenance.
     *
     * @return for instance "first"
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The place of a name.
     *
     * @param label as {@link #label()} gives it
     * @return the place
     * @throws IllegalArgumentException if there is none; the message names all
     */
    public static GoldPlace named(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("gold place must be one of "
                        + Arrays.stream(values()).map(GoldPlace::label).toList() + ", but was " + label));
    }

    /** All of both in the order that this place asks for; the order of {@link #AS_GIVEN} is known to the caller only. */
    List<SourcePassage> arrange(List<SourcePassage> gold, List<SourcePassage> others, Random random) {
        int before =
                switch (this) {
                    case FIRST, SHUFFLED -> 0;
                    case MIDDLE -> others.size() / 2;
                    case LAST -> others.size();
                    case AS_GIVEN -> throw new IllegalStateException("what is given has its order");
                };
        List<SourcePassage> all = new ArrayList<>(others);
        all.addAll(before, gold);
        if (this == SHUFFLED) {
            Collections.shuffle(all, random);
        }
        return all;
    }
}
