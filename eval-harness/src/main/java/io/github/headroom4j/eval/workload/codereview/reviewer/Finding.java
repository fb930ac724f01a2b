package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;

/**
 * What a reviewer says of a line. Immutable.
 *
 * @param category what is wrong
 * @param path the file
 * @param line the line in the new file
 */
record Finding(DefectCategory category, String path, int line) {}
