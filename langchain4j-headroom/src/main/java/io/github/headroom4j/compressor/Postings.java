package io.github.headroom4j.compressor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where wanted terms stand in segments, and how long the segments are. */
final class Postings {

    // Sorted, so that floating-point sums do not depend on hash order.
    private final Map<String, int[]> frequencies = new TreeMap<>();
    private final int[] lengths;

    private Postings(int segments) {
        lengths = new int[segments];
    }

    /**
     * Reads segments.
     *
     * @param segments the texts, in order
     * @param terms cuts a text into terms
     * @param wanted the terms that matter
     * @param pace looks at the deadline
     */
    static Postings of(List<? extends CharSequence> segments, TermMemory terms, Set<String> wanted, Pace pace) {
        Postings postings = new Postings(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            int segment = i;
            pace.step();
            terms.forEach(segments.get(i), some -> postings.add(some, wanted, segment));
        }
        return postings;
    }

    private void add(List<String> terms, Set<String> wanted, int segment) {
        lengths[segment] += terms.size();
        for (int i = 0; i < terms.size(); i++) {
            if (wanted.contains(terms.get(i))) {
                frequencies.computeIfAbsent(terms.get(i), term -> new int[lengths.length])[segment]++;
            }
        }
    }

    /** How often each wanted term that occurs stands in each segment. */
    Map<String, int[]> frequencies() {
        return frequencies;
    }

    /** Terms of a segment, wanted or not. */
    int length(int segment) {
        return lengths[segment];
    }

    /** At least 1. */
    double meanLength() {
        return Math.max(1, Arrays.stream(lengths).average().orElse(1));
    }
}
