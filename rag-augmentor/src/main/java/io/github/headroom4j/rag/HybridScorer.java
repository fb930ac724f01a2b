package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.passage.PassageScorer;
import java.util.Arrays;
import java.util.List;

/**
 * Words and meaning together: 0.55 of the lexical score and 0.45 of another's, each measured by its
 * best, and 0.3 of the sixth power of the other's, so that what is nearest by meaning is never far behind a
 * sentence that only repeats words. Neither is good alone: words miss what is said otherwise, embeddings miss names and
 * numbers. The weights were chosen on public question sets (SQuAD 2.0, XQuAD,
 * HotpotQA, spans of long documents), none of which was held back. As thread-safe and as fast as the
 * other scorer.
 */
public final class HybridScorer implements PassageScorer {

    /**
     * Characters that {@link #bundled()} embeds per call at most, 12,000, which are about 2,700 tokens: what two cores do in a
     * fifth of a second. Ten passages of ordinary length are less; of more, those sentences count that are nearest by words.
     */
    public static final int BUNDLED_MAX_CHARS = 12_000;

    private static final int MAX_THREADS = 4;
    private static final double LEXICAL = 0.55;
    private static final double OTHER = 0.45;
    private static final double NEAREST = 0.3;

    private final PassageScorer other;

    /**
     * Words and all-MiniLM-L6-v2, quantised, which comes with this module and runs in this process: what passages are scored
     * by unless said otherwise. It is loaded when the first question comes. Where its jar is excluded, or its native library
     * cannot be loaded, one line is logged, and words alone count, as in {@link PassageScorer#lexical()}.
     *
     * @return a new scorer with a memory of its own; instances share the model
     */
    public static PassageScorer bundled() {
        return bundled(Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * The same, kept to so many threads.
     *
     * @param threads how many sentences are embedded at a time, positive; all processors but at most 4 by
     *     default
     * @return a new scorer with a memory of its own; instances share the model
     * @throws IllegalArgumentException if it is not positive
     */
    public static PassageScorer bundled(int threads) {
        if (threads <= 0) {
            throw new IllegalArgumentException("threads must be positive, but was " + threads);
        }
        return new BundledScorer(() -> BundledModel.withThreads(threads));
    }

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
        return score(query, sentences, Deadline.none());
    }

    @Override
    public double[] score(String query, List<String> sentences, Deadline deadline) {
        double[] lexical = normalised(PassageScorer.lexical().score(query, sentences, deadline));
        double[] meaning = normalised(other.score(query, sentences, deadline));
        double[] scores = new double[sentences.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = LEXICAL * lexical[i] + OTHER * meaning[i] + NEAREST * sixthPower(meaning[i]);
        }
        return scores;
    }

    /** Not by Math.pow, which may differ between machines in the last place. */
    private static double sixthPower(double value) {
        double cube = value * value * value;
        return cube * cube;
    }

    private static double[] normalised(double[] scores) {
        double best = Arrays.stream(scores).max().orElse(0);
        return best <= 0
                ? scores
                : Arrays.stream(scores).map(score -> score / best).toArray();
    }
}
