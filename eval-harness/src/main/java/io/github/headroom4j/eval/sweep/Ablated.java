package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.report.PairedFigures;

/**
 * What the library came to without one of its parts. Immutable.
 *
 * @param workload the workload's name
 * @param arm the arm's name
 * @param about what is missing
 * @param toNone beside the results as recorded
 * @param toFull beside the whole library: negative savings are what the part saves, a negative difference what it keeps of
 *     answers
 */
public record Ablated(String workload, String arm, String about, PairedFigures toNone, PairedFigures toFull) {}
