package io.github.headroom4j.original;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of the many lines in which an expression of alternatives, such as {@code timeout|broker|ack}, was found, those that hold most
 * of them: a word found in few lines counts more than one found in many, by inverse document frequency. Who searches for any
 * of several words seldom wants to read every line with the most frequent one. Stateless; linear in the matches up to sorting.
 */
final class BestLines {

    /** Fewer matching lines are all shown: it costs little, and the reader can choose. */
    static final int ENOUGH = 20;

    /** So many lines are shown of more. With lines around them about 1,000 tokens, an eighth of the largest slice. */
    static final int SHOWN = 10;

    /** Of a longer match the beginning tells it from others. */
    private static final int TERM_CHARS = 60;

    private record Line(int number, double value) {}

    private BestLines() {}

    /**
     * Chooses.
     *
     * @param hits all matches
     * @param text where they were found
     * @return the matches in the best lines, in order; all of them if they are few, or all alike
     */
    static Hits of(Hits hits, String text) {
        if (hits.lineCount() <= ENOUGH) {
            return hits;
        }
        Map<Integer, Set<String>> terms = new HashMap<>();
        for (int hit = 0; hit < hits.size(); hit++) {
            terms.computeIfAbsent(hits.line(hit), any -> new HashSet<>()).add(term(hits, hit, text));
        }
        Map<String, Integer> frequency = new HashMap<>();
        terms.values().forEach(found -> found.forEach(term -> frequency.merge(term, 1, Integer::sum)));
        return frequency.size() == 1 ? hits : hits.in(best(terms, frequency));
    }

    private static Set<Integer> best(Map<Integer, Set<String>> terms, Map<String, Integer> frequency) {
        List<Line> lines = new ArrayList<>();
        terms.forEach((number, found) -> lines.add(new Line(number, value(found, frequency, terms.size()))));
        return lines.stream()
                .sorted(Comparator.comparingDouble(Line::value).reversed().thenComparing(Line::number))
                .limit(SHOWN)
                .map(Line::number)
                .collect(Collectors.toSet());
    }

    /** Summed in the order of the terms, so that rounding is the same everywhere. */
    private static double value(Set<String> found, Map<String, Integer> frequency, int lines) {
        return found.stream()
                .sorted()
                .mapToDouble(term -> Math.log1p((double) lines / frequency.getOrDefault(term, 1)))
                .sum();
    }

    private static String term(Hits hits, int hit, String text) {
        int start = hits.position(hit);
        return text.substring(start, Math.min(hits.end(hit), start + TERM_CHARS))
                .toLowerCase(Locale.ROOT);
    }
}
