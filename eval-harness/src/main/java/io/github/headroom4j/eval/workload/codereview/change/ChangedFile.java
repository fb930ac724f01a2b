package io.github.headroom4j.eval.workload.codereview.change;

/**
 * A file of a pull request. Immutable.
 *
 * @param path its path in the source tree, with slashes
 * @param before its text before the pull request; empty if the pull request adds it
 * @param after its text with the pull request; empty if the pull request removes it
 */
public record ChangedFile(String path, String before, String after) {}
