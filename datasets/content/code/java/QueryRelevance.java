package io.github.headroom4j.compressor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * BM25 of segments against a query, with document frequencies taken from the segments themselves (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).
 *
 * <p>Linear in the number of terms of all segments. Immutable once made.
 */
public final class QueryRelevance {

    /** Term-frequency saturation, the customary value. */
    private static final double K1 = 1.2;

    /** Length normalisation; below the customary 0.75, since rows and log lines differ little in length. */
    private static final double B = 0.5;

    private final Set<String> queryTerms;

    private QueryRelevance(Set<String> queryTerms) {
        this.queryTerms = queryTerms;
    }

    /**
     * Relevance to a query.
     *
     * @param query a question, may be empty
     * @return the scorer
     */
    public static QueryRelevance to(String query) {
        return new QueryRelevance(Set.copyOf(Terms.of(query)));
    }

    /**
     * Whether the query has any terms.
     *
     * @return false if every score will be 0
     */
    public boolean isPresent() {
        return !queryTerms.isEmpty();
    }

    /**
     * Scores segments.
     *
     * @param segments the texts, in order
     * @return one score per segment, 0 where no term matches; larger is nearer; comparable within this call only
     */
    public double[] score(List<? extends CharSequence> segments) {
        double[] scores = new double[segments.size()];
        if (queryTerms.isEmpty() || scores.length == 0) {
            return scores;
        }
        int[] lengths = new int[scores.length];
        Map<String, int[]> frequencies = frequencies(segments, lengths);
        double meanLength = Math.max(1, Arrays.stream(lengths).average().orElse(1));
        for (int[] frequency : frequencies.values()) {
            addTerm(frequency, lengths, meanLength, scores);
        }
        return scores;
    }

    /**
     * Which segments hold an identifier that the query names. An identifier that more than a twentieth of the segments
     * hold names a kind, not a record, and does not count.
     *
     * @param segments the texts, in order
     * @return the indices of the segments, ascending
     */
    public int[] naming(List<? extends CharSequence> segments) {
        Set<String> identifiers = new HashSet<>();
        queryTerms.stream().filter(Terms::isIdentifier).forEach(identifiers::add);
        if (identifiers.isEmpty()) {
            return new int[0];
        }
        Set<Integer> named = new TreeSet<>();
        for (int[] frequency : new QueryRelevance(identifiers)
                .frequencies(segments, new int[segments.size()])
                .values()) {
            int[] holders = IntStream.range(0, frequency.length)
                    .filter(i -> frequency[i] > 0)
                    .toArray();
            if (holders.length <= Math.max(1, segments.size() / 20)) {
                Arrays.stream(holders).forEach(named::add);
            }
        }
        return named.stream().mapToInt(Integer::intValue).toArray();
    }

    private Map<String, int[]> frequencies(List<? extends CharSequence> segments, int[] lengths) {
        // Sorted, so that floating-point sums do not depend on hash order.
        Map<String, int[]> frequencies = new TreeMap<>();
        Map<String, Integer> inSegment = new HashMap<>();
        for (int i = 0; i < lengths.length; i++) {
            inSegment.clear();
            List<String> terms = Terms.of(segments.get(i));
            lengths[i] = terms.size();
            for (String term : terms) {
                if (queryTerms.contains(term)) {
                    inSegment.merge(term, 1, Integer::sum);
                }
            }
            int segment = i;
            inSegment.forEach(
                    (term, count) -> frequencies.computeIfAbsent(term, t -> new int[lengths.length])[segment] = count);
        }
        return frequencies;
    }

    private static void addTerm(int[] frequency, int[] lengths, double meanLength, double[] scores) {
        long holders = Arrays.stream(frequency).filter(f -> f > 0).count();
        double idf = Math.log(1 + (scores.length - holders + 0.5) / (holders + 0.5));
        for (int i = 0; i < scores.length; i++) {
            if (frequency[i] > 0) {
                double norm = K1 * (1 - B + B * lengths[i] / meanLength);
                scores[i] += idf * frequency[i] * (K1 + 1) / (frequency[i] + norm);
            }
        }
    }
}
