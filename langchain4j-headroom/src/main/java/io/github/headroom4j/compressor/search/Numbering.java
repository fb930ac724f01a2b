package io.github.headroom4j.compressor.search;

/**
 * How notes number what is not shown, as {@code headroom_retrieve} takes it.
 *
 * @param unit what is numbered
 * @param first the number of the first one
 */
record Numbering(String unit, int first) {

    /** From one index to another, both from 0, both within. */
    String range(int from, int to) {
        int start = first + from;
        int end = first + to;
        return start == end ? "(" + unit + " " + start + ")" : "(" + unit + "s " + start + "-" + end + ")";
    }
}
