package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.Stems;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.PassageSet.Unit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What each unit of retrieved passages is worth for a question: its score, that of its passage and of its neighbours, and,
 * in a second pass, the names and titles that the best units of the first one bring up. Titles are worth nothing by
 * themselves; they come with what stands below them.
 */
final class Values {

    /** Names of a question beyond which it is no harder. */
    static final int MOST_NAMES = 6;

    /** Units of the first pass whose names the second one looks for. */
    private static final int BEST_UNITS = 4;

    /** The share of the best value that such a unit needs. */
    private static final double AMONG_THE_BEST = 0.75;

    private final String question;
    private final PassageSet set;
    private final Weights weights;
    private final double[] own;
    private final double[] values;

    private Values(String question, PassageSet set, Weights weights, double[] own) {
        this.question = question;
        this.set = set;
        this.weights = weights;
        this.own = own;
        this.values = new double[own.length];
    }

    /** Values not below 0, all 0 if nothing has to do with the question. */
    static double[] of(String question, PassageSet set, PassageScorer scorer, Weights weights) {
        List<String> texts = set.units().stream().map(unit -> titled(set, unit)).toList();
        Values values = new Values(question, set, weights, normalised(checked(scorer.score(question, texts), texts)));
        if (Arrays.stream(values.own).anyMatch(score -> score > 0)) {
            values.firstPass();
            values.secondPass();
        }
        return values.values;
    }

    private static double[] checked(double[] scores, List<String> texts) {
        if (scores.length != texts.size() || !Arrays.stream(scores).allMatch(score -> score >= 0 && score < 1e300)) {
            throw new IllegalStateException("a scorer must give " + texts.size()
                    + " finite scores that are not negative, but gave " + scores.length + ", or others");
        }
        return scores;
    }

    /** A sentence under a title is about what the title names, which it often calls "it". */
    private static String titled(PassageSet set, Unit unit) {
        return unit.title() < 0
                ? unit.text().strip()
                : set.units().get(unit.title()).text().strip() + ": "
                        + unit.text().strip();
    }

    private void firstPass() {
        double[] passages = normalised(PassageScorer.lexical().score(question, set.passages()));
        double[] best = new double[passages.length];
        for (int i = 0; i < own.length; i++) {
            int passage = set.units().get(i).passage();
            best[passage] = Math.max(best[passage], own[i]);
        }
        for (int i = 0; i < own.length; i++) {
            int passage = set.units().get(i).passage();
            double near = Math.max(own(i - 1, passage), own(i + 1, passage));
            values[i] = own[i]
                    + weights.passage() * passages[passage]
                    + weights.best() * best[passage]
                    + weights.neighbour() * near;
        }
        withoutTitles();
    }

    private double own(int unit, int passage) {
        return unit >= set.firstUnit(passage) && unit < set.firstUnit(passage + 1) ? own[unit] : 0;
    }

    private void withoutTitles() {
        for (int i = 0; i < values.length; i++) {
            values[i] = set.units().get(i).isTitle() ? 0 : values[i];
        }
    }

    private void secondPass() {
        double most = Arrays.stream(values).max().orElse(0);
        Map<Integer, Double> best = new LinkedHashMap<>();
        IntStream.range(0, values.length)
                .filter(i -> values[i] > 0 && values[i] >= AMONG_THE_BEST * most)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .limit(BEST_UNITS)
                .forEach(i -> best.put(i, values[i] / most));
        if (best.isEmpty()) {
            return;
        }
        Set<String> asked = new TreeSet<>(Stems.of(question));
        Mentions mentions = Mentions.in(set);
        Bridges bridges = new Bridges(set, mentions, best);
        double[] named = normalised(bridges.named(asked));
        double[] titled = bridges.titled();
        double[] missing = missing(asked, mentions, best.keySet().iterator().next());
        double[] lacking = normalised(missing);
        for (int i = 0; i < values.length; i++) {
            if (!set.units().get(i).isTitle()) {
                double hop = weights.names() * named[i]
                        + weights.title() * titled[set.units().get(i).passage()]
                        + weights.missing() * missing[i];
                double joins = weights.joined() * named[i] * lacking[i] * named[i] * lacking[i];
                values[i] += hop * most;
                // Never above the best, or what leads there would fall behind what it leads to.
                values[i] = Math.max(values[i], Math.min(most, values[i] + joins * most));
            }
        }
    }

    /** For each unit, the share of the question that it speaks of and the best one does not; rare words count more. */
    private double[] missing(Set<String> asked, Mentions mentions, int best) {
        double[] missing = new double[values.length];
        double all = 0;
        Set<String> said = set.words(best);
        for (String word : asked) {
            int[] holders = mentions.of(word);
            double rarity = holders.length == 0 ? 0 : Mentions.rarity(holders.length, values.length);
            all += rarity;
            for (int unit : said.contains(word) ? new int[0] : holders) {
                missing[unit] += rarity;
            }
        }
        for (int i = 0; i < missing.length; i++) {
            missing[i] /= Math.max(all, Double.MIN_NORMAL);
        }
        return missing;
    }

    /** The share of the best value that a unit needs to be shown. */
    static double threshold(String question, Weights weights) {
        int names = Math.min(MOST_NAMES, Math.max(1, Names.of(question).size()));
        return Math.max(0, weights.nearTheBest() - weights.perName() * (names - 1));
    }

    private static double[] normalised(double[] scores) {
        double best = Arrays.stream(scores).max().orElse(0);
        return best <= 0
                ? scores
                : Arrays.stream(scores).map(score -> score / best).toArray();
    }
}
