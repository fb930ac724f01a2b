package io.github.headroom4j.rag;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.resilience.CircuitBreaker;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Nearness by any {@link EmbeddingModel}: the cosine similarity of a sentence and the question, from 0 for the least similar
 * sentence to 1 for the most. Sentences are embedded in batches, at most so many per call, those near the question's words first;
 * embeddings are remembered by text, so passages that are retrieved again cost nothing.
 *
 * <p>Thread-safe, if the model is; deterministic, if it is. What the model throws goes to the caller.
 */
public final class EmbeddingScorer implements PassageScorer {

    /** Characters of a sentence that are embedded, about the 512 tokens that models of this kind read at once. */
    private static final int MAX_TEXT_CHARS = 2_000;

    /** Sentences on either side that say how promising one is, if not all can be embedded. */
    private static final int SURROUNDINGS = 4;

    /** What the score of the next sentence counts; that of a farther one less, by its distance. */
    private static final double NEXT = 0.3;

    private final EmbeddingModel model;
    private final int maxTexts;
    private final int maxChars;
    private final int batch;
    private final double leastSimilarity;
    private final CircuitBreaker breaker;
    private final Remembered<String, Embedding> remembered;

    private EmbeddingScorer(Builder builder) {
        model = builder.model;
        maxTexts = builder.maxTexts;
        maxChars = builder.maxChars;
        batch = builder.batch;
        leastSimilarity = builder.leastSimilarity;
        breaker = builder.breaker;
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
        return score(query, sentences, Deadline.none());
    }

    /** Looks at the deadline before each batch. */
    @Override
    public double[] score(String query, List<String> sentences, Deadline deadline) {
        int[] scored = nearestByWords(query, sentences, deadline);
        double[] scores = new double[sentences.size()];
        if (!hasWord(query) || scored.length == 0) {
            return scores;
        }
        Set<String> texts = new LinkedHashSet<>();
        texts.add(query);
        Arrays.stream(scored).forEach(i -> texts.add(embedded(sentences.get(i))));
        Map<String, Embedding> embeddings = remembered.of(texts, batch, some -> {
            deadline.check();
            return breaker.call(() -> asked(some));
        });
        Embedding asked = Objects.requireNonNull(embeddings.get(query), "the query's embedding");
        double[] similarities = new double[scored.length];
        for (int i = 0; i < scored.length; i++) {
            String sentence = embedded(sentences.get(scored[i]));
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
    private int[] nearestByWords(String query, List<String> sentences, Deadline deadline) {
        int[] all = IntStream.range(0, sentences.size())
                .filter(i -> hasWord(sentences.get(i)))
                .toArray();
        long chars = Arrays.stream(all)
                .mapToLong(i -> Math.min(MAX_TEXT_CHARS, sentences.get(i).length()))
                .sum();
        if (all.length <= maxTexts && chars <= maxChars) {
            return all;
        }
        double[] near = surroundings(PassageScorer.lexical().score(query, sentences, deadline));
        int[] ranked = Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -near[i]))
                .limit(maxTexts)
                .mapToInt(i -> i)
                .toArray();
        int count = 0;
        for (long spent = 0; count < ranked.length; count++) {
            spent += Math.min(MAX_TEXT_CHARS, sentences.get(ranked[count]).length());
            if (spent > maxChars && count > 0) {
                break;
            }
        }
        return Arrays.stream(ranked, 0, count).sorted().toArray();
    }

    /** Scores with those of the sentences around: what answers in other words stands near what the question repeats. */
    private static double[] surroundings(double[] scores) {
        double[] around = scores.clone();
        for (int distance = 1; distance <= SURROUNDINGS; distance++) {
            double share = NEXT / distance;
            for (int i = 0; i < scores.length; i++) {
                around[i] += i >= distance ? share * scores[i - distance] : 0;
                around[i] += i + distance < scores.length ? share * scores[i + distance] : 0;
            }
        }
        return around;
    }

    /** Models throw for a text of which their tokenizer leaves nothing. */
    private static boolean hasWord(String text) {
        return text.codePoints().limit(MAX_TEXT_CHARS).anyMatch(Character::isLetterOrDigit);
    }

    /** What is embedded of a sentence: a longer one is a table or a list, which its beginning tells. */
    private static String embedded(String sentence) {
        int end = Math.min(MAX_TEXT_CHARS, sentence.length());
        boolean pair = end < sentence.length() && Character.isHighSurrogate(sentence.charAt(end - 1));
        return sentence.substring(0, pair ? end - 1 : end);
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
        private int maxChars = 128_000;
        private int batch = 64;
        private int maxRemembered = 8_192;
        private CircuitBreaker breaker = CircuitBreaker.of("The embedding model");
        private double leastSimilarity = 0.15;

        private Builder(EmbeddingModel model) {
            this.model = Objects.requireNonNull(model, "model");
        }

        /**
         * How many sentences are embedded per call at most; 512 by default, about 25 passages. More are ranked by their words
         * and those around them, and the rest scores 0.
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
         * How many characters are embedded per call at most, so that one call takes only so long; 128,000 by default, about
         * 30,000 tokens. Which sentences, and what the rest scores, is as {@link #maxTexts} says.
         *
         * @param newMaxChars positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxChars(int newMaxChars) {
            maxChars = Nearest.positive("newMaxChars", newMaxChars);
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
        public EmbeddingScorer build() {
            return new EmbeddingScorer(this);
        }
    }
}
