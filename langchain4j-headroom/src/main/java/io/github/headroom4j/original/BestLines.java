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
 * Which of many lines to show that match. Who asks how many there are has the number, and who wants all is told how to go on.
 * Where an expression of alternatives was searched for, such as {@code timeout|broker|ack}, and some lines
 * hold several of them, those are shown that hold most: a word found in few lines counts more than one found in many, by inverse
 * document frequency. Otherwise the first ones are.
 * Stateless; linear in the matches up to sorting.
 */
final class BestLines {

    /** So many matching lines are shown at first, some 2,000 tokens; fewer answers to who wants all are seldom complete. */
    static final int FIRST = 60;

    /** Of more lines than these, where some hold several of the alternatives, */
    static final int ENOUGH = 20;

    /** so many are shown: those below them hold less of what was asked for. */
    static final int BEST = 10;

    /** Of a longer match the beginning tells it from others. */
    private static final int TERM_CHARS = 60;

    private record Line(int number, double value) {}

    private BestLines() {}

    /**
     * Chooses.
     *
     * @param hits all matches
     * @param text where they were found
     * @param alternatives whether an expression of alternatives was searched for
     * @return the matches in the lines to show, in order; all of them if they are few
     */
    static Hits of(Hits hits, String text, boolean alternatives) {
        Map<Integer, Set<String>> terms = alternatives && hits.lineCount() > ENOUGH ? terms(hits, text) : Map.of();
        if (terms.values().stream().anyMatch(found -> found.size() > 1)) {
            return hits.in(best(terms));
        }
        return hits.lineCount() <= FIRST ? hits : hits.in(first(hits));
    }

    private static Map<Integer, Set<String>> terms(Hits hits, String text) {
        Map<Integer, Set<String>> terms = new HashMap<>();
        for (int hit = 0; hit < hits.size(); hit++) {
            terms.computeIfAbsent(hits.line(hit), any -> new HashSet<>()).add(term(hits, hit, text));
        }
        return terms;
    }

    private static Set<Integer> first(Hits hits) {
        Set<Integer> lines = new HashSet<>();
        for (int hit = 0; lines.size() < FIRST; hit++) {
            lines.add(hits.line(hit));
        }
        return lines;
    }

    private static Set<Integer> best(Map<Integer, Set<String>> terms) {
        Map<String, Integer> frequency = new HashMap<>();
        terms.values().forEach(found -> found.forEach(term -> frequency.merge(term, 1, Integer::sum)));
        List<Line> lines = new ArrayList<>();
        terms.forEach((number, found) -> lines.add(new Line(number, value(found, frequency, terms.size()))));
        return lines.stream()
                .sorted(Comparator.comparingDouble(Line::value).reversed().thenComparing(Line::number))
                .limit(BEST)
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
