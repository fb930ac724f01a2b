package io.github.headroom4j.rag;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.resilience.CircuitBreaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Nearness by any {@link ScoringModel}, that is by a model which reads the question and a sentence together: from 0 for a
 * sentence that has nothing to do with the question to 1. At most so many sentences are scored per call, those nearest by words
 * first, in batches; scores are remembered by question and sentence.
 *
 * <p>Models give probabilities or unbounded numbers (logits). If all that a call got lies in [0, 1], scores are taken as they are;
 * else all go through the logistic function, which gives an unbounded number of 0 one half. {@link Builder#scale} changes that.
 *
 * <p>Thread-safe, if the model is; deterministic, if it is: what is remembered never changes a score. What the model throws
 * goes to the caller, and so does what it gives in place of numbers, as an {@link IllegalStateException}: {@link PassagePruner}
 * then leaves the passages as they are.
 */
public final class CrossEncoderScorer implements PassageScorer {

    /** By how much a probability may leave [0, 1], default 0.001: models count in small floating-point numbers. */
    private static final double ROUNDING = 1e-3;

    private final ScoringModel model;
    private final int maxPairs;
    private final int batch;
    private final double leastScore;
    private final @Nullable DoubleUnaryOperator scale;
    private final CircuitBreaker breaker;
    private final Remembered<Pair, Double> remembered;

    private CrossEncoderScorer(Builder builder) {
        model = builder.model;
        maxPairs = builder.maxPairs;
        batch = builder.batch;
        leastScore = builder.leastScore;
        scale = builder.scale;
        breaker = builder.breaker;
        remembered = new Remembered<>(builder.maxRemembered);
    }

    private record Pair(String query, String sentence) {}

    /**
     * A scorer with the defaults.
     *
     * @param model the model
     * @return a new scorer with a memory of its own
     */
    public static CrossEncoderScorer of(ScoringModel model) {
        return builder(model).build();
    }

    /**
     * A builder that starts with the defaults.
     *
     * @param model the model
     * @return a new builder
     */
    public static Builder builder(ScoringModel model) {
        return new Builder(model);
    }

    @Override
    public double[] score(String query, List<String> sentences) {
        return score(query, sentences, Deadline.none());
    }

    /** Looks at the deadline before each batch. */
    @Override
    public double[] score(String query, List<String> sentences, Deadline deadline) {
        double[] scores = new double[sentences.size()];
        int[] asked = query.isBlank() ? new int[0] : Nearest.byWords(query, sentences, maxPairs);
        Set<Pair> pairs = new LinkedHashSet<>();
        Arrays.stream(asked).forEach(i -> pairs.add(new Pair(query, sentences.get(i))));
        Map<Pair, Double> raw = remembered.of(pairs, batch, some -> {
            deadline.check();
            return breaker.call(() -> asked(query, some));
        });
        double[] said = Arrays.stream(asked)
                .mapToDouble(i ->
                        Objects.requireNonNull(raw.get(new Pair(query, sentences.get(i))), "the score of a sentence"))
                .toArray();
        double[] scaled = scaled(said);
        if (Arrays.stream(scaled).anyMatch(score -> score >= leastScore)) {
            for (int i = 0; i < asked.length; i++) {
                scores[asked[i]] = scaled[i];
            }
        }
        return scores;
    }

    private List<Double> asked(String query, List<Pair> pairs) {
        List<Double> said = model.scoreAll(
                        pairs.stream()
                                .map(pair -> TextSegment.from(pair.sentence()))
                                .toList(),
                        query)
                .content();
        if (said == null || said.size() != pairs.size()) {
            throw new IllegalStateException("the model gave " + (said == null ? 0 : said.size()) + " scores for "
                    + pairs.size() + " sentences");
        }
        List<Double> scores = new ArrayList<>();
        for (Double score : said) {
            if (score == null || !Double.isFinite(score)) {
                throw new IllegalStateException("the model gave the score " + score + " for sentence " + scores.size()
                        + " of " + pairs.size() + ", but a finite number was expected");
            }
            scores.add(score);
        }
        return scores;
    }

    /** All by the same rule, or a sentence would change places with another. */
    private double[] scaled(double[] said) {
        if (scale != null) {
            return Arrays.stream(said)
                    .map(scale)
                    .map(CrossEncoderScorer::checked)
                    .toArray();
        }
        boolean probabilities = Arrays.stream(said).allMatch(score -> score >= -ROUNDING && score <= 1 + ROUNDING);
        return Arrays.stream(said)
                .map(score -> probabilities ? Math.min(1, Math.max(0, score)) : 1 / (1 + StrictMath.exp(-score)))
                .toArray();
    }

    private static double checked(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalStateException("the scale must give numbers in [0, 1], but gave " + score);
        }
        return score;
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final ScoringModel model;
        private int maxPairs = 256;
        private int batch = 64;
        private int maxRemembered = 8_192;
        private CircuitBreaker breaker = CircuitBreaker.of("The scoring model");
        private double leastScore = 0.01;
        private @Nullable DoubleUnaryOperator scale;

        private Builder(ScoringModel model) {
            this.model = Objects.requireNonNull(model, "model");
        }

        /**
         * How many sentences are scored per call at most; 256 by default, about 12 passages: each costs the model a reading of the
         * question and the sentence. More are ranked by words, and the rest scores 0.
         *
         * @param newMaxPairs positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxPairs(int newMaxPairs) {
            maxPairs = Nearest.positive("newMaxPairs", newMaxPairs);
            return this;
        }

        /**
         * How many sentences the model is given at once; 64 by default.
         *
         * @param newBatch positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder batch(int newBatch) {
            batch = Nearest.positive("newBatch", newBatch);
            return this;
        }

        /**
         * How many scores are remembered; 8,192 by default, beside their questions and sentences.
         *
         * @param newMaxRemembered positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxRemembered(int newMaxRemembered) {
            maxRemembered = Nearest.positive("newMaxRemembered", newMaxRemembered);
            return this;
        }

        /**
         * The score that the best sentence needs, or nothing is near; 0.01 by default, so that a model which is sure that no
         * sentence has to do with the question is believed, and one that doubts is not.
         *
         * @param score in [0, 1]
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder leastScore(double score) {
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("score must be in [0, 1], but was " + score);
            }
            leastScore = score;
            return this;
        }

        /**
         * What makes of the model's number one in [0, 1], the greater the nearer; by default as the class says. Needed for models
         * whose numbers are neither probabilities nor logits, such as those of late interaction (sums of cosines).
         *
         * @param newScale of the same order as the model's numbers; thread-safe
         * @return this builder
         */
        public Builder scale(DoubleUnaryOperator newScale) {
            scale = Objects.requireNonNull(newScale, "newScale");
            return this;
        }

        /**
         * What stops calling the model while it fails, so that no augmentation waits for it; one with the defaults of
         * {@link CircuitBreaker} by default. Meanwhile the scorer throws at once, as it does when the model throws.
         *
         * @param newBreaker may guard other calls of the same model, too
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker newBreaker) {
            breaker = Objects.requireNonNull(newBreaker, "newBreaker");
            return this;
        }

        /**
         * Builds.
         *
         * @return a scorer with these parts
         */
        public CrossEncoderScorer build() {
            return new CrossEncoderScorer(this);
        }
    }
}
