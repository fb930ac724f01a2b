package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws a part of a workload that looks like the whole. Cases are sorted by split, tier and cluster, and every so-manieth is
 * taken: of each split, of each tier of it, and of each cluster of that, the share that is drawn is that of the whole but for
 * less than one case at either end. Which cases of a cluster are drawn depends on a hash of their ids, not on their order, so
 * that nobody chose them. Nothing is random: the same cases and size give the same sample everywhere. Stateless.
 */
final class Sample {

    private static final Comparator<EvalCase> BY_STRATUM = Comparator.comparing(EvalCase::split)
            .thenComparing(EvalCase::tier)
            .thenComparing(EvalCase::cluster)
            .thenComparing(one -> Sha256.of(one.id()))
            .thenComparing(EvalCase::id);

    private Sample() {}

    /**
     * Draws.
     *
     * @param cases all there are, with different ids
     * @param size how many to draw, at least 1
     * @return so many of them in their order, or all if there are no more
     */
    static List<EvalCase> of(List<EvalCase> cases, int size) {
        if (size >= cases.size()) {
            return cases;
        }
        List<EvalCase> sorted = new ArrayList<>(cases);
        sorted.sort(BY_STRATUM);
        Set<String> drawn = new HashSet<>();
        for (long i = 0; i < size; i++) {
            // From the middle of each stretch, so that neither the first stratum nor the last is favoured.
            drawn.add(sorted.get((int) ((2 * i + 1) * sorted.size() / (2L * size)))
                    .id());
        }
        return cases.stream().filter(one -> drawn.contains(one.id())).toList();
    }
}
