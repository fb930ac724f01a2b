package io.github.headroom4j.eval.workload.codereview.change;

/**
 * A line that shows a defect. Immutable.
 *
 * @param path the file that holds it, as it stands with the pull request
 * @param line its number in that file, from 1
 * @param text the whole line, without its end
 */
public record DefectEvidence(String path, int line, String text) {}
