package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.BitSet;
import java.util.Optional;

/** Chooses lines: what is vital whatever the budget, and the best of the rest. */
final class BuildSelection {

    /** What showing a line costs beside its text, in tokens: a line break, and its share of a note. */
    private static final int LINE_COST = 4;

    /** Lines that are counted exactly; beyond, most are never shown, and counting them all would take most of the time. */
    private static final int MAX_COUNTED = 20_000;

    /** What estimates are made by: build output is full of paths and numbers. */
    private static final int CHARS_PER_TOKEN = 3;

    /** Without a budget, what is shown beside the vital lines: this share of a text's tokens, */
    private static final double SHARE = 0.015;

    /** but at least so many tokens, */
    private static final int LEAST = 150;

    /** or, where a failure tells what a reader came for, this share if it is less, */
    private static final double SHARE_OF_SHORT = 0.05;

    /** and at most so many: the outcome is told, and more context is one question away. */
    private static final int MOST = 1500;

    private final BuildText text;
    private final CompressionContext context;

    BuildSelection(BuildText text, CompressionContext context) {
        this.text = text;
        this.context = context;
    }

    Optional<Selection> select(TokenBudget budget) {
        BuildReading reading = BuildReading.of(text);
        BuildScores scores = new BuildScores(reading);
        scores.judge(context);
        context.checkDeadline();
        int[] costs = costs(scores);
        Candidates candidates = new Candidates(scores.scores(), costs, scores.vital());
        BitSet chosen = SegmentSelector.choose(candidates, limit(budget, costs, scores));
        return new BuildPrinter(reading, scores, context.firstLine()).print(chosen);
    }

    private int[] costs(BuildScores scores) {
        int[] costs = new int[text.count()];
        int counted = 0;
        for (int i = 0; i < costs.length; i++) {
            if (scores.vital().get(i) || scores.scores()[i] > 0) {
                String line = text.get(i);
                costs[i] =
                        LINE_COST + (counted++ < MAX_COUNTED ? context.counter().count(line) : estimate(line));
            }
        }
        return costs;
    }

    private static int estimate(String line) {
        return line.length() / CHARS_PER_TOKEN + 1;
    }

    private TokenBudget limit(TokenBudget budget, int[] costs, BuildScores scores) {
        if (budget.bounded()) {
            return budget;
        }
        long must = scores.vital().stream().mapToLong(i -> costs[i]).sum();
        long tokens = 0;
        for (int i = 0; i < text.count(); i++) {
            tokens += estimate(text.get(i));
        }
        double least = scores.anchors().isEmpty() ? LEAST : Math.min(LEAST, tokens * SHARE_OF_SHORT);
        double beside = Math.min(MOST, Math.max(least, tokens * SHARE));
        return TokenBudget.tokens((int) Math.min(Integer.MAX_VALUE, must + beside));
    }
}
