package io.github.headroom4j.compressor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

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
     * @param analyzer cuts a text into terms
     * @param wanted the terms that matter
     * @param pace looks at the deadline
     */
    static Postings of(
            List<? extends CharSequence> segments,
            BiFunction<CharSequence, Pace, List<String>> analyzer,
            Set<String> wanted,
            Pace pace) {
        Postings postings = new Postings(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            pace.step();
            List<String> terms = analyzer.apply(segments.get(i), pace);
            postings.lengths[i] = terms.size();
            for (String term : terms) {
                pace.step();
                if (wanted.contains(term)) {
                    postings.frequencies.computeIfAbsent(term, t -> new int[segments.size()])[i]++;
                }
            }
        }
        return postings;
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
