package io.github.headroom4j.eval.workload.codereview.change;

/**
 * A line of a file. Immutable.
 *
 * @param path the file
 * @param line its number, from 1
 */
public record Place(String path, int line) {}
