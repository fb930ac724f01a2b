package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;

/**
 * What a reviewer says of a line. Immutable.
 *
 * @param category what is wrong
 * @param path the file
 * @param line the line in the new file
 */
record Finding(DefectCategory category, String path, int line) {

    private static final int NEAR = 3;

    /** Whether another finding says the same of about the same line. */
    boolean isNear(Finding other) {
        return category == other.category && path.equals(other.path) && Math.abs(line - other.line) <= NEAR;
    }
}
