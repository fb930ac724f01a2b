package io.github.headroom4j.eval.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What compressing one text holds at once. Immutable.
 *
 * @param kind type and tier of the text
 * @param chars its length
 * @param textBytes what its characters take in a Java string: one byte each, or two if one is beyond Latin-1
 * @param peakBytes the most that was live beyond the text and what was there before
 * @param calls how many calls were looked at
 * @param samples how often
 */
record HeapRow(String kind, int chars, long textBytes, long peakBytes, int calls, int samples) {

    /** The budget of the design. */
    static final double MAX_RATIO = 8;

    static long bytesOf(String text) {
        boolean latin1 = text.chars().allMatch(c -> c <= 0xFF);
        return (long) text.length() * (latin1 ? 1 : Character.BYTES);
    }

    @JsonProperty
    double ratio() {
        return (double) peakBytes / textBytes;
    }

    boolean kept() {
        return ratio() <= MAX_RATIO;
    }
}
