package io.github.headroom4j.compressor;

import io.github.headroom4j.token.TokenBudget;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Chooses segments by score, under a budget or up to the knee of the score curve. Deterministic; {@code O(n log n)}.
 *
 * <p>The knee: with segments in descending score, let {@code y(i)} be the share of all score that the first {@code i}
 * carry and {@code x(i) = i / n}. The curve is concave; past the point of the largest {@code y - x}, a further segment
 * carries less than the average one, and is left to the elision note (the "Kneedle" idea of Satopää et al., 2011,
 * without smoothing, since a sorted sum needs none).
 */
public final class SegmentSelector {

    private SegmentSelector() {}

    /**
     * Chooses.
     *
     * @param candidates the segments
     * @param budget a bounded one is filled greedily by score after the vital segments, without one the knee decides
     * @return the indices of the segments to show, all vital ones among them
     */
    public static BitSet choose(Candidates candidates, TokenBudget budget) {
        int[] byScore = IntStream.range(0, candidates.scores().length)
                .filter(i -> candidates.scores()[i] > 0)
                .boxed()
                // Ties keep the order of the text.
                .sorted(Comparator.comparingDouble((Integer i) -> -candidates.scores()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return budget.bounded() ? fill(candidates, byScore, budget.limit()) : upToKnee(candidates, byScore);
    }

    private static BitSet fill(Candidates candidates, int[] byScore, int limit) {
        BitSet chosen = (BitSet) candidates.vital().clone();
        long spent = chosen.stream().mapToLong(i -> candidates.costs()[i]).sum();
        for (int segment : byScore) {
            if (!chosen.get(segment) && spent + candidates.costs()[segment] <= limit) {
                chosen.set(segment);
                spent += candidates.costs()[segment];
            }
        }
        return chosen;
    }

    private static BitSet upToKnee(Candidates candidates, int[] byScore) {
        BitSet chosen = (BitSet) candidates.vital().clone();
        for (int i = 0; i < knee(candidates.scores(), byScore); i++) {
            chosen.set(byScore[i]);
        }
        return chosen;
    }

    private static int knee(double[] scores, int[] byScore) {
        double total = 0;
        for (int segment : byScore) {
            total += scores[segment];
        }
        double sum = 0;
        double widest = 0;
        int knee = 0;
        for (int i = 0; i < byScore.length; i++) {
            sum += scores[byScore[i]];
            double gap = sum / total - (i + 1.0) / scores.length;
            // The margin keeps rounding from deciding between equal gaps.
            if (gap > widest + 1e-12) {
                widest = gap;
                knee = i + 1;
            }
        }
        return knee;
    }
}
