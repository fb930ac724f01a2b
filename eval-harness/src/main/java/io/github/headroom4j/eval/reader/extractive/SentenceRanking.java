package io.github.headroom4j.eval.reader.extractive;

import io.github.headroom4j.compressor.QueryRelevance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ranks sentences by BM25, their own and that of the section they stand in, so that a sentence which calls its subject "it" is
 * found where the section names it. Stateless.
 */
final class SentenceRanking {

    /** What the section counts beside the sentence. */
    private static final double SECTION = 0.5;

    private SentenceRanking() {}

    /**
     * A sentence with its place in the ranking.
     *
     * @param sentence the sentence
     * @param value from 0 to 1, that of the best one
     * @param coverage what share of the question's words can be read: the mean of that in the sentence and that in its section
     */
    record Ranked(Sentence sentence, double value, double coverage) {}

    /** All sentences but titles, the best first; of equals, the first. */
    static List<Ranked> rank(Question question, List<Sentence> sentences) {
        QueryRelevance relevance = QueryRelevance.to(question.text());
        Map<Integer, StringBuilder> texts = new TreeMap<>();
        Map<Integer, Set<String>> stems = new TreeMap<>();
        for (Sentence one : sentences) {
            texts.computeIfAbsent(one.section(), any -> new StringBuilder())
                    .append(one.text())
                    .append(' ');
            stems.computeIfAbsent(one.section(), any -> new HashSet<>()).addAll(stems(one));
        }
        List<Integer> numbers = List.copyOf(texts.keySet());
        double[] ofSections = normalised(relevance.score(List.copyOf(texts.values())));
        double[] own = normalised(
                relevance.score(sentences.stream().map(Sentence::text).toList()));
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence one = sentences.get(i);
            double ofSection = ofSections[numbers.indexOf(one.section())];
            double coverage =
                    question.coverage(stems(one)) + question.coverage(stems.getOrDefault(one.section(), Set.of()));
            ranked.add(new Ranked(one, (own[i] + SECTION * ofSection) / (1 + SECTION), coverage / 2));
        }
        return ranked.stream()
                .filter(one -> !one.sentence().isTitle())
                .sorted(Comparator.comparingDouble((Ranked one) -> -one.value()))
                .toList();
    }

    private static Set<String> stems(Sentence sentence) {
        return Token.stems(sentence.tokens());
    }

    private static double[] normalised(double[] scores) {
        double best = Arrays.stream(scores).max().orElse(0);
        return best <= 0
                ? scores
                : Arrays.stream(scores).map(score -> score / best).toArray();
    }
}
