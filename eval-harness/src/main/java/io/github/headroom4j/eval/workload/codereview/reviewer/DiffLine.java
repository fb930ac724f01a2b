package io.github.headroom4j.eval.workload.codereview.reviewer;

/**
 * A line of a diff.
 *
 * @param sign '+', '-' or ' '
 * @param number its number in the new file; of a removed line the number of the line that is now in its place
 * @param text without its sign
 */
record DiffLine(char sign, int number, String text) {

    boolean isAdded() {
        return sign == '+';
    }

    boolean isRemoved() {
        return sign == '-';
    }

    boolean isContext() {
        return sign == ' ';
    }
}
