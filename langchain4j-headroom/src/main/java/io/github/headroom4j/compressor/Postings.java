package io.github.headroom4j.compressor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where wanted terms stand in segments, and how long the segments are. */
final class Postings {

    // Sorted, so that floating-point sums do not depend on hash order.
    private final Map<String, int[]> frequencies = new TreeMap<>();
    private final int[] lengths;

    /**
     * What some words say to a query.
     *
     * @param terms how many terms they are
     * @param wanted those that the query has, too
     */
    record Hits(int terms, List<String> wanted) {

        static Function<List<String>, Hits> of(Set<String> wanted) {
            return terms -> new Hits(terms.size(), among(terms, wanted));
        }

        private static List<String> among(List<String> terms, Set<String> wanted) {
            List<String> found = List.of();
            for (int i = 0; i < terms.size(); i++) {
                if (wanted.contains(terms.get(i))) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(terms.get(i));
                }
            }
            return found;
        }
    }

    private Postings(int segments) {
        lengths = new int[segments];
    }

    /**
     * Reads segments.
     *
     * @param segments the texts
     * @param terms cuts a text into terms and tells those that matter
     * @param pace looks at the deadline
     */
    static Postings of(Segments segments, TermMemory<Hits> terms, Pace pace) {
        Postings postings = new Postings(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            int segment = i;
            pace.step();
            Consumer<Hits> add = hits -> postings.add(hits, segment);
            segments.forEachPiece(i, piece -> terms.forEach(piece, add));
        }
        return postings;
    }

    /**
     * The same of segments that are read already.
     *
     * @param segments the numbers of each segment's stems
     * @param stems what the numbers mean
     * @param wanted the stems that matter
     * @param pace looks at the deadline
     */
    static Postings of(List<int[]> segments, StemNumbers stems, Set<String> wanted, Pace pace) {
        Postings postings = new Postings(segments.size());
        int[][] frequencies = new int[stems.count()][];
        for (String stem : wanted) {
            int number = stems.find(stem);
            if (number >= 0) {
                frequencies[number] = new int[segments.size()];
                postings.frequencies.put(stem, frequencies[number]);
            }
        }
        for (int i = 0; i < segments.size(); i++) {
            int[] segment = segments.get(i);
            pace.step(segment.length);
            postings.lengths[i] = segment.length;
            for (int stem : segment) {
                if (frequencies[stem] != null) {
                    frequencies[stem][i]++;
                }
            }
        }
        return postings;
    }

    private void add(Hits hits, int segment) {
        lengths[segment] += hits.terms();
        List<String> wanted = hits.wanted();
        for (int i = 0; i < wanted.size(); i++) {
            frequencies.computeIfAbsent(wanted.get(i), term -> new int[lengths.length])[segment]++;
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
