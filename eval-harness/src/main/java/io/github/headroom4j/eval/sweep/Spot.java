package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.stats.Estimate;

/** A point of the picture: what was saved, and what was kept at that. */
interface Spot {

    /** The share of tokens that was saved; below 1. */
    double saved();

    /** How much was kept, as a fraction of 1, with its interval. */
    Estimate kept();
}
