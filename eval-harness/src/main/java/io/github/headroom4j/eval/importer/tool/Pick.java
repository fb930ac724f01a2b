package io.github.headroom4j.eval.importer.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Draws distractors. */
final class Pick {

    /** Draws that hit what is taken already; a small pool may hold fewer than are wanted. */
    private static final int TRIES_EACH = 20;

    private Pick() {}

    /** Up to so many others, no two with one key and none with that of the given one, in the order of the draw. */
    static <T> List<T> others(List<T> all, T given, Function<T, String> key, int wanted, Random random) {
        Set<String> taken = new HashSet<>(Set.of(key.apply(given)));
        List<T> picked = new ArrayList<>();
        for (int i = 0; i < wanted * TRIES_EACH && picked.size() < wanted; i++) {
            T one = all.get(random.nextInt(all.size()));
            if (taken.add(key.apply(one))) {
                picked.add(one);
            }
        }
        return picked;
    }
}
