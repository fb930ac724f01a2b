package io.github.headroom4j.compressor;

import io.github.headroom4j.compressor.Postings.Hits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * BM25 of segments against a query, with document frequencies taken from the segments themselves (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). Words count as their stems.
 *
 * <p>A query is mostly the user's request followed by what the agent asked the tool for. What both say is what is
 * sought; what is said once is mostly wording. So a term counts by the square of how often the query says it, up to
 * {@value #MAX_EMPHASIS}.
 *
 * <p>Linear in the number of terms of all segments. Immutable once made.
 */
public final class QueryRelevance {

    /** Term-frequency saturation, the customary value. */
    private static final double K1 = 1.2;

    /** Length normalisation; below the customary 0.75, since rows and log lines differ little in length. */
    private static final double B = 0.5;

    /** What a term counts at most, against one that the query says once: more repetitions are a habit of writing. */
    private static final double MAX_EMPHASIS = 4;

    private final Map<String, Double> emphases;
    private final Set<String> identifiers;
    private final double strongest;
    private final Deadline deadline;

    private QueryRelevance(Map<String, Double> emphases, Set<String> identifiers, Deadline deadline) {
        this.deadline = deadline;
        this.emphases = emphases;
        this.identifiers = identifiers;
        this.strongest = emphases.values().stream().mapToDouble(e -> e).max().orElse(1);
    }

    /**
     * Relevance to a query.
     *
     * @param query a question, may be empty
     * @return the scorer
     */
    public static QueryRelevance to(String query) {
        return to(query, Deadline.none());
    }

    /**
     * Relevance to the query of a context, under its deadline.
     *
     * @param context the question and the deadline
     * @return the scorer
     */
    public static QueryRelevance to(CompressionContext context) {
        return to(context.query(), context.deadline());
    }

    /**
     * Relevance to a query, under a deadline.
     *
     * @param query a question, may be empty
     * @param deadline when to give up
     * @return the scorer
     */
    public static QueryRelevance to(String query, Deadline deadline) {
        Map<String, Double> times = new HashMap<>();
        Stems.of(query, new Pace(deadline)).forEach(stem -> times.merge(stem, 1.0, Double::sum));
        times.replaceAll((stem, count) -> Math.min(count * count, MAX_EMPHASIS));
        Set<String> identifiers = Terms.of(query, new Pace(deadline)).stream()
                .filter(Terms::isIdentifier)
                .collect(Collectors.toUnmodifiableSet());
        return new QueryRelevance(Map.copyOf(times), identifiers, deadline);
    }

    /**
     * Whether the query has any terms.
     *
     * @return false if every score will be 0
     */
    public boolean isPresent() {
        return !emphases.isEmpty();
    }

    /**
     * Scores segments.
     *
     * @param segments the texts, in order
     * @return one score per segment, 0 where no term matches; larger is nearer; comparable within this call only
     */
    public double[] score(List<? extends CharSequence> segments) {
        return score(Segments.of(segments));
    }

    /**
     * Scores segments in pieces.
     *
     * @param segments the texts
     * @return as {@link #score(List)} gives it
     */
    public double[] score(Segments segments) {
        if (emphases.isEmpty() || segments.size() == 0) {
            return new double[segments.size()];
        }
        Pace pace = new Pace(deadline);
        return scores(
                Postings.of(segments, TermMemory.ofStems(Hits.of(emphases.keySet()), pace), pace), segments.size());
    }

    /**
     * Scores segments that are read already.
     *
     * @param segments the numbers of each segment's stems, in order
     * @param stems what they were read by
     * @return the same as {@link #score(List)} of the texts
     */
    public double[] score(List<int[]> segments, StemNumbers stems) {
        return emphases.isEmpty() || segments.isEmpty()
                ? new double[segments.size()]
                : scores(Postings.of(segments, stems, emphases.keySet(), new Pace(deadline)), segments.size());
    }

    private double[] scores(Postings postings, int segments) {
        double[] scores = new double[segments];
        double meanLength = postings.meanLength();
        postings.frequencies().forEach((stem, frequency) -> {
            double weight = emphases.getOrDefault(stem, 1.0) * inverseDocumentFrequency(frequency);
            for (int i = 0; i < scores.length; i++) {
                double norm = K1 * (1 - B + B * postings.length(i) / meanLength);
                scores[i] += weight * frequency[i] * (K1 + 1) / (frequency[i] + norm);
            }
        });
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
        return naming(Segments.of(segments));
    }

    /**
     * Which segments in pieces hold an identifier that the query names.
     *
     * @param segments the texts
     * @return as {@link #naming(List)} gives it
     */
    public int[] naming(Segments segments) {
        if (identifiers.isEmpty()) {
            return new int[0];
        }
        Set<Integer> named = new TreeSet<>();
        Pace pace = new Pace(deadline);
        for (int[] frequency : Postings.of(segments, TermMemory.ofTerms(Hits.of(identifiers), pace), pace)
                .frequencies()
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

    /**
     * How much of a name the query speaks of.
     *
     * @param name an identifier such as {@code isBlank} or {@code parse-date}
     * @return between 0 and 1: the mean over the name's parts of how strongly the query says each, measured by what it
     *     says most strongly; 0 if either is empty
     */
    public double shareOf(String name) {
        List<String> stems = Stems.of(name);
        // The first one is the whole of a compound name.
        List<String> parts = stems.size() > 1 ? stems.subList(1, stems.size()) : stems;
        double said = parts.stream()
                .mapToDouble(part -> emphases.getOrDefault(part, 0.0))
                .sum();
        return parts.isEmpty() ? 0 : said / (parts.size() * strongest);
    }

    private static double inverseDocumentFrequency(int[] frequency) {
        long holders = Arrays.stream(frequency).filter(f -> f > 0).count();
        return Math.log(1 + (frequency.length - holders + 0.5) / (holders + 0.5));
    }
}
