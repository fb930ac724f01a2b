package io.github.headroom4j.eval.dataset;

/**
 * A piece of a tool result that proves a gold item. Immutable.
 *
 * @param item the gold item that it proves, as in {@link EvalCase#gold()}
 * @param call the index of the recorded call whose result holds it, from 0
 * @param text the exact text, one line or one JSON string value; it occurs in that call's raw result
 */
public record Evidence(String item, int call, String text) {}
