package io.github.headroom4j.rag;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts retrieved passages to the sentences that a question needs. What is said twice, in near-duplicates or where
 * neighbouring chunks overlap, is shown once. Sentences are worth what a {@link PassageScorer} says, with that of their passage
 * and neighbours; a second pass looks for the names and titles that the best ones bring up, so that a question which needs two
 * passages finds both. All that is worth enough beside the best stays: much where many are alike, little where one stands out.
 * A sentence that points back brings the one before it, a paragraph its title.
 *
 * <p>Passages that are no prose (tables, JSON, code, logs) are shown or left out as a whole; the shown ones go through {@link
 * Headroom#compress}. All passages are kept as one original, whose marker the note at the end shows once, and in whose lines all
 * notes count, so that {@code headroom_retrieve} reads any passage back.
 *
 * <p>Immutable and thread-safe, if the scorer is. Deterministic if the scorer is. Linear in the text, up to sorting, the
 * scorer's work, and comparing the edges of each passage with all others.
 */
public final class PassagePruner {

    /** Below, a hard limit holds not even the note: 64 tokens. */
    public static final int MIN_BUDGET = 64;

    /** A question is cut after so many characters, default 2,000: a longer one is a document, and everything is near it. */
    private static final int MAX_QUESTION_CHARS = 2_000;

    private static final Logger log = LoggerFactory.getLogger(PassagePruner.class);

    private final Pruning.Settings settings;
    private final PruningListener listener;

    private PassagePruner(Builder builder) {
        settings = new Pruning.Settings(
                builder.headroom, builder.scorer, builder.nearTheBest, builder.maxTokens, builder.timeout);
        listener = builder.listener;
    }

    /**
     * A builder with the defaults: {@link HybridScorer#bundled()}, no limit of tokens.
     *
     * @param headroom counts tokens, keeps originals, and shortens what is no prose
     * @return a new builder
     */
    public static Builder builder(Headroom headroom) {
        return new Builder(headroom);
    }

    /**
     * Prunes passages, or says why not. Never throws for what they hold, nor for what the scorer or the store throws: then
     * they stay as they are.
     *
     * @param question the user's question
     * @param passages the texts that were retrieved, the best first; their order is kept
     * @param scope who may read them back, as {@link CompressionRequest#scopeOf} says
     * @return what is left of them, of at most as many tokens
     * @throws IllegalArgumentException if the scope is blank
     */
    public PrunedPassages prune(String question, List<String> passages, String scope) {
        long start = System.nanoTime();
        String asked = question.substring(0, Math.min(question.length(), MAX_QUESTION_CHARS));
        CompressionRequest request = CompressionRequest.of("").withQuery(asked).withScope(scope);
        PrunedPassages pruned;
        Throwable failure = null;
        try {
            pruned = new Pruning(settings, request, List.copyOf(passages)).prune();
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("Pruning {} passages failed, so nothing of them is left out", passages.size(), e);
            pruned = PrunedPassages.unchanged(passages, -1, Outcome.FAILED);
            failure = e;
        }
        tell(new PruningListener.Event(question, passages.size(), pruned, System.nanoTime() - start, failure));
        return pruned;
    }

    private void tell(PruningListener.Event event) {
        try {
            listener.onPruning(event);
        } catch (RuntimeException e) {
            log.warn("A listener to pruning failed: {}", listener, e);
        }
    }

    /** What counts tokens and keeps originals. */
    Headroom headroom() {
        return settings.headroom();
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final Headroom headroom;
        private PassageScorer scorer = HybridScorer.bundled();
        private PruningListener listener = event -> {};
        private @Nullable Double nearTheBest;
        private int maxTokens = Integer.MAX_VALUE;
        private Duration timeout = Duration.ofSeconds(10);

        private Builder(Headroom headroom) {
            this.headroom = Objects.requireNonNull(headroom, "headroom");
        }

        /**
         * Says how near sentences are to the question; {@link HybridScorer#bundled()} by default. {@link
         * PassageScorer#lexical()} needs no model and a tenth of the time, and keeps fewer answers at the same tokens. If
         * another scorer than the lexical one finds nothing near, all is left out.
         *
         * @param newScorer the scorer
         * @return this builder
         */
        public Builder scorer(PassageScorer newScorer) {
            scorer = Objects.requireNonNull(newScorer, "newScorer");
            return this;
        }

        /**
         * The share of the best sentence's value that a sentence needs to be shown: lower keeps more. 0.58 by default for the
         * lexical scorer, 0.635 for others, less for questions with several names.
         *
         * @param share in [0, 1]
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder nearTheBest(double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be in [0, 1], but was " + share);
            }
            nearTheBest = share;
            return this;
        }

        /**
         * A hard limit for all passages with the note about them; none by default. If the original cannot be kept, nothing is
         * left out, and the limit does not hold.
         *
         * @param tokens at least {@value #MIN_BUDGET}
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxTokens(int tokens) {
            if (tokens < MIN_BUDGET) {
                throw new IllegalArgumentException("tokens must be at least " + MIN_BUDGET + ", but was " + tokens);
            }
            maxTokens = tokens;
            return this;
        }

        /**
         * Learns of every call; nobody by default.
         *
         * @param newListener the listener
         * @return this builder
         */
        public Builder listener(PruningListener newListener) {
            listener = Objects.requireNonNull(newListener, "newListener");
            return this;
        }

        /**
         * How long pruning may take before passages stay as they are; 10 seconds by default. A scorer's own work is not
         * interrupted.
         *
         * @param newTimeout positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder timeout(Duration newTimeout) {
            if (newTimeout.isNegative() || newTimeout.isZero()) {
                throw new IllegalArgumentException("newTimeout must be positive, but was " + newTimeout);
            }
            timeout = newTimeout;
            return this;
        }

        /**
         * Builds.
         *
         * @return a pruner with these parts
         */
        public PassagePruner build() {
            return new PassagePruner(this);
        }
    }
}
