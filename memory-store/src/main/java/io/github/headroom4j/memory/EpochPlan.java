package io.github.headroom4j.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * What an epoch would fold. Immutable.
 *
 * @param first what is folded until the history is down to {@code compactTo}
 * @param lastResort what is folded behind it until the history is down to {@code compactAt}; empty unless it exceeds its
 *     budget, since what is too much now may be what the model still works on, and can be folded soon
 * @param needed of both, what has to be done if each fold frees no more than it must
 */
record EpochPlan(List<Fold> first, List<Fold> lastResort, List<Fold> needed) {

    static EpochPlan of(History history, FoldPlanner planner, Compaction settings) {
        List<Fold> first = planner.plan(history);
        List<Fold> lastResort = history.total() > settings.budgetTokens() ? planner.lastResort(history) : List.of();
        int[] tokens = history.tokens();
        List<Fold> needed = new ArrayList<>(needed(first, tokens, settings.compactTo() - settings.ledgerTokens()));
        needed.addAll(needed(lastResort, tokens, settings.compactAt() - settings.ledgerTokens()));
        return new EpochPlan(first, lastResort, needed);
    }

    /** Changes the tokens to what they are afterwards. */
    private static List<Fold> needed(List<Fold> folds, int[] tokens, long target) {
        long total = 0;
        for (int count : tokens) {
            total += count;
        }
        List<Fold> needed = new ArrayList<>();
        for (Fold fold : folds) {
            if (total <= target) {
                break;
            }
            int freed = tokens[fold.index()] - fold.most();
            if (freed > 0) {
                tokens[fold.index()] = fold.most();
                total -= freed;
                needed.add(fold);
            }
        }
        return needed;
    }
}
