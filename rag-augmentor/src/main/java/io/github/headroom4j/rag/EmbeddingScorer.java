package io.github.headroom4j.rag;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.github.headroom4j.compressor.passage.PassageScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

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
    private final Map<String, Embedding> remembered;

    private EmbeddingScorer(Builder builder) {
        model = builder.model;
        maxTexts = builder.maxTexts;
        batch = builder.batch;
        leastSimilarity = builder.leastSimilarity;
        int most = builder.maxRemembered;
        remembered = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
                return size() > most;
            }
        };
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
        int[] scored = nearestByWords(query, sentences);
        double[] scores = new double[sentences.size()];
        if (query.isBlank() || scored.length == 0) {
            return scores;
        }
        Set<String> texts = new LinkedHashSet<>();
        texts.add(query);
        Arrays.stream(scored).forEach(i -> texts.add(sentences.get(i)));
        Map<String, Embedding> embeddings = embeddings(texts);
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

    /** Sentences that have a word, as many as may be embedded, in their order. */
    private int[] nearestByWords(String query, List<String> sentences) {
        int[] all = IntStream.range(0, sentences.size())
                .filter(i -> !sentences.get(i).isBlank())
                .toArray();
        if (all.length <= maxTexts) {
            return all;
        }
        double[] near = PassageScorer.lexical().score(query, sentences);
        return Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -near[i]))
                .limit(maxTexts)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
    }

    private Map<String, Embedding> embeddings(Set<String> texts) {
        Map<String, Embedding> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        synchronized (remembered) {
            for (String text : texts) {
                Embedding known = remembered.get(text);
                if (known == null) {
                    missing.add(text);
                } else {
                    found.put(text, known);
                }
            }
        }
        for (int from = 0; from < missing.size(); from += batch) {
            List<String> some = missing.subList(from, Math.min(missing.size(), from + batch));
            List<Embedding> embedded = model.embedAll(
                            some.stream().map(TextSegment::from).toList())
                    .content();
            if (embedded.size() != some.size()) {
                throw new IllegalStateException(
                        "the model gave " + embedded.size() + " embeddings for " + some.size() + " texts");
            }
            synchronized (remembered) {
                for (int i = 0; i < some.size(); i++) {
                    remembered.put(some.get(i), embedded.get(i));
                    found.put(some.get(i), embedded.get(i));
                }
            }
        }
        return found;
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
            maxTexts = positive("newMaxTexts", newMaxTexts);
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
            batch = positive("newBatch", newBatch);
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
            maxRemembered = positive("newMaxRemembered", newMaxRemembered);
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

        private static int positive(String name, int value) {
            if (value <= 0) {
                throw new IllegalArgumentException(name + " must be positive, but was " + value);
            }
            return value;
        }
    }
}
