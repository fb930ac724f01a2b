package io.github.headroom4j.rag;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.github.headroom4j.compressor.passage.PassageScorer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Nearness by any {@link EmbeddingModel}: the cosine similarity of a sentence and the question, from 0 for the least similar
 * sentence to 1 for the most. Sentences are embedded in batches, at most so many per call, those nearest by words first;
 * embeddings are remembered by text, so passages that are retrieved again cost nothing.
 *
 * <p>Thread-safe, if the model is; deterministic, if it is. What the model throws goes to the caller.
 */
public final class EmbeddingScorer implements PassageScorer {

    private final EmbeddingModel model;
    private final int maxTexts;
    private final int batch;
    private final double leastSimilarity;
    private final Remembered<String, Embedding> remembered;

    private EmbeddingScorer(Builder builder) {
        model = builder.model;
        maxTexts = builder.maxTexts;
        batch = builder.batch;
        leastSimilarity = builder.leastSimilarity;
        remembered = new Remembered<>(builder.maxRemembered);
    }

    /**
     * A scorer with the defaults.
     *
     * @param model the model
     * @return a new scorer with a memory of its own
     */
    public static EmbeddingScorer of(EmbeddingModel model) {
        return builder(model).build();
    }

    /**
     * A builder that starts with the defaults.
     *
     * @param model the model
     * @return a new builder
     */
    public static Builder builder(EmbeddingModel model) {
        return new Builder(model);
    }

    @Override
    public double[] score(String query, List<String> sentences) {
        int[] scored = Nearest.byWords(query, sentences, maxTexts);
        double[] scores = new double[sentences.size()];
        if (query.isBlank() || scored.length == 0) {
            return scores;
        }
        Set<String> texts = new LinkedHashSet<>();
        texts.add(query);
        Arrays.stream(scored).forEach(i -> texts.add(sentences.get(i)));
        Map<String, Embedding> embeddings = remembered.of(texts, batch, this::asked);
        Embedding asked = Objects.requireNonNull(embeddings.get(query), "the query's embedding");
        double[] similarities = new double[scored.length];
        for (int i = 0; i < scored.length; i++) {
            String sentence = sentences.get(scored[i]);
            similarities[i] = CosineSimilarity.between(
                    asked, Objects.requireNonNull(embeddings.get(sentence), "a sentence's embedding"));
        }
        double most = Arrays.stream(similarities).max().orElse(0);
        double least = Arrays.stream(similarities).min().orElse(0);
        for (int i = 0; i < scored.length && most >= leastSimilarity; i++) {
            scores[scored[i]] = most > least ? (similarities[i] - least) / (most - least) : 1;
        }
        return scores;
    }

    private List<Embedding> asked(List<String> texts) {
        List<Embedding> embedded =
                model.embedAll(texts.stream().map(TextSegment::from).toList()).content();
        if (embedded.size() != texts.size()) {
            throw new IllegalStateException(
                    "the model gave " + embedded.size() + " embeddings for " + texts.size() + " texts");
        }
        return embedded;
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final EmbeddingModel model;
        private int maxTexts = 512;
        private int batch = 64;
        private int maxRemembered = 8_192;
        private double leastSimilarity = 0.15;

        private Builder(EmbeddingModel model) {
            this.model = Objects.requireNonNull(model, "model");
        }

        /**
         * How many sentences are embedded per call at most; 512 by default, about 25 passages. More are ranked by words, and
         * the rest scores 0.
         *
         * @param newMaxTexts positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxTexts(int newMaxTexts) {
            maxTexts = Nearest.positive("newMaxTexts", newMaxTexts);
            return this;
        }

        /**
         * How many texts the model is given at once; 64 by default.
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
         * How many embeddings are remembered; 8,192 by default, 13 MB at 384 dimensions, beside the texts.
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
         * The cosine similarity that the best sentence needs, or nothing is near; 0.15 by default, which fits all-MiniLM-L6-v2.
         * Other models give unrelated texts far more, so that this default never leaves out all.
         *
         * @param similarity in [-1, 1]
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder leastSimilarity(double similarity) {
            if (!(similarity >= -1 && similarity <= 1)) {
                throw new IllegalArgumentException("similarity must be in [-1, 1], but was " + similarity);
            }
            leastSimilarity = similarity;
            return this;
        }

        /**
         * Builds.
         *
         * @return a scorer with these parts
         */
        public EmbeddingScorer build() {
            return new EmbeddingScorer(this);
        }
    }
}
