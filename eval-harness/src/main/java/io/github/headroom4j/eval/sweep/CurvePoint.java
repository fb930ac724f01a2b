package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.stats.Estimate;

/**
 * What one way of choosing came to at one setting, over all cases. Shares are fractions of 1. Immutable.
 *
 * @param way how it was chosen: the pruner's name, or that of a naive arm
 * @param setting the pruner's setting, also where a naive arm spent what the pruner spent with it
 * @param contextBefore tokens injected beside the questions without any choice
 * @param contextAfter tokens injected after it, notes included
 * @param hasAnswer of the questions whose answer was retrieved, the share of which it is still shown, with its interval
 * @param evidence the share of pieces of evidence still shown, of those that were retrieved
 * @param f1 mean F1 of the reader over the questions that have an answer
 */
public record CurvePoint(
        String way,
        String setting,
        long contextBefore,
        long contextAfter,
        Estimate hasAnswer,
        double evidence,
        double f1)
        implements Spot {

    /**
     * The share of context tokens that was saved.
     *
     * @return below 1; negative if there are more tokens than before
     */
    @Override
    public double saved() {
        return contextBefore == 0 ? 0 : 1 - (double) contextAfter / contextBefore;
    }

    /**
     * What is drawn over the savings.
     *
     * @return {@link #hasAnswer}
     */
    @Override
    public Estimate kept() {
        return hasAnswer;
    }
}
