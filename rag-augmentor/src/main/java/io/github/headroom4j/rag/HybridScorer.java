package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.passage.PassageScorer;
import java.util.Arrays;
import java.util.List;

/**
 * Words and meaning together: four tenths of the lexical score, six tenths of another's, each measured by its best. Neither is
 * good alone: words miss what is said otherwise, embeddings miss names and numbers. The weights were chosen on the development
 * half of public question sets. As thread-safe and as fast as the other scorer.
 */
public final class HybridScorer implements PassageScorer {

    private static final double LEXICAL = 0.4;
    private static final double OTHER = 0.6;

    private final PassageScorer other;

    /**
     * Both together.
     *
     * @param other what knows meaning, such as an {@link EmbeddingScorer}
     */
    public HybridScorer(PassageScorer other) {
        this.other = other;
    }

    @Override
    public double[] score(String query, List<String> sentences) {
        double[] lexical = normalised(PassageScorer.lexical().score(query, sentences));
        double[] meaning = normalised(other.score(query, sentences));
        double[] scores = new double[sentences.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = LEXICAL * lexical[i] + OTHER * meaning[i];
        }
        return scores;
    }

    private static double[] normalised(double[] scores) {
        double best = Arrays.stream(scores).max().orElse(0);
        return best <= 0
                ? scores
                : Arrays.stream(scores).map(score -> score / best).toArray();
    }
}
