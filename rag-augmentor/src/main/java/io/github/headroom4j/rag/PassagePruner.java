package io.github.headroom4j.rag;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import io.github.headroom4j.rag.PrunedPassages.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
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

    /** Passages of at most so many tokens in all, default 200, are left alone: notes would cost what is saved. */
    private static final int MIN_TOKENS = 200;

    /** What is left must cost at most this share of all, or nothing is left out. */
    private static final double WORTH_IT = 0.95;

    /** A question is cut after so many characters, default 2,000: a longer one is a document, and everything is near it. */
    private static final int MAX_QUESTION_CHARS = 2_000;

    private static final Logger log = LoggerFactory.getLogger(PassagePruner.class);

    private final Headroom headroom;
    private final PassageScorer scorer;
    private final Weights weights;
    private final boolean mayLeaveOutAll;
    private final int maxTokens;
    private final Duration timeout;

    private PassagePruner(Builder builder) {
        headroom = builder.headroom;
        scorer = builder.scorer;
        boolean lexical = scorer == PassageScorer.lexical();
        Weights usual = lexical ? Weights.LEXICAL : Weights.MODEL;
        weights = builder.nearTheBest == null ? usual : usual.withNearTheBest(builder.nearTheBest);
        mayLeaveOutAll = !lexical;
        maxTokens = builder.maxTokens;
        timeout = builder.timeout;
    }

    /**
     * A builder with the defaults: the lexical scorer, no limit of tokens.
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
        String asked = question.substring(0, Math.min(question.length(), MAX_QUESTION_CHARS));
        CompressionRequest request = CompressionRequest.of("").withQuery(asked).withScope(scope);
        try {
            return new Run(request, List.copyOf(passages)).prune();
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("Pruning {} passages failed, so nothing of them is left out", passages.size(), e);
            return unchanged(passages, -1, Outcome.FAILED);
        }
    }

    /** What counts tokens and keeps originals. */
    Headroom headroom() {
        return headroom;
    }

    private static PrunedPassages unchanged(List<String> passages, int tokens, Outcome outcome) {
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            shown.add(new Shown(i, passages.get(i)));
        }
        return new PrunedPassages(shown, "", tokens, tokens, List.of(), outcome);
    }

    /** One call. */
    private final class Run {

        private final CompressionRequest request;
        private final List<String> passages;
        private final int before;
        private final CompressionContext context;

        Run(CompressionRequest request, List<String> passages) {
            this.request = request;
            this.passages = passages;
            Deadline deadline = Deadline.after(timeout, System::nanoTime);
            before = headroom.counter().count(String.join("\n\n", passages), deadline::check);
            context = new CompressionContext(request.query(), headroom.counter(), 1, deadline);
        }

        PrunedPassages prune() {
            if (passages.isEmpty() || before <= Math.min(MIN_TOKENS, maxTokens)) {
                return unchanged(passages, before, Outcome.TOO_SMALL);
            }
            PassageSet set = PassageSet.read(passages, context, headroom);
            Rendering rendering = new Rendering(set, views());
            double[] values = values(set);
            boolean measured = Arrays.stream(values).anyMatch(value -> value > 0);
            if (!measured && mayLeaveOutAll && PassagePieces.canBeAnsweredInPart(request.query())) {
                return accepted(set, rendering.nothingRelevant(), Outcome.NOTHING_RELEVANT);
            }
            if (!measured && before <= maxTokens) {
                return unchanged(passages, before, Outcome.NO_MEASURE);
            }
            if (!measured) {
                byPlace(set, values);
            }
            Repetition.in(set, context).stream().forEach(unit -> values[unit] = 0);
            Choice choice = new Choice(set, values);
            double share = measured ? Values.threshold(request.query(), weights) : 0;
            BitSet near = choice.near(request.query(), share);
            Allowance allowance = new Allowance(set, rendering, headroom.counter());
            return accepted(set, allowance.fit(choice.ranked(), near, maxTokens), Outcome.PRUNED);
        }

        private double[] values(PassageSet set) {
            return PassagePieces.canBeAnsweredInPart(request.query())
                    ? Values.of(request.query(), set, scorer, weights)
                    : new double[set.units().size()];
        }

        /** Where nothing else is known, what the retriever put first is worth most. */
        private void byPlace(PassageSet set, double[] values) {
            for (int i = 0; i < values.length; i++) {
                values[i] = set.units().get(i).isTitle() ? 0 : 1.0 / (1 + i);
            }
        }

        private PrunedPassages accepted(PassageSet set, Rendering.Rendered rendered, Outcome outcome) {
            int after = rendered.tokens(headroom.counter());
            boolean asked = before > maxTokens && after < before;
            if (!asked && after > before * WORTH_IT) {
                return unchanged(passages, before, Outcome.NO_SAVINGS);
            }
            List<OriginalId> originals = new ArrayList<>(rendered.originals());
            if (rendered.needsOriginal()) {
                try {
                    originals.add(OriginalMarker.keeping(headroom.originals(), request.scope(), set.original())
                            .id());
                } catch (RuntimeException e) {
                    log.warn(
                            "The original of {} passages could not be kept, so nothing is left out",
                            passages.size(),
                            e);
                    return unchanged(passages, before, Outcome.NOT_KEPT);
                }
            }
            return new PrunedPassages(rendered.shown(), rendered.note(), before, after, originals, outcome);
        }

        /** What is no prose, each passage compressed once. */
        private IntFunction<Rendering.View> views() {
            Map<Integer, Rendering.View> views = new HashMap<>();
            return passage -> views.computeIfAbsent(passage, this::view);
        }

        private Rendering.View view(int passage) {
            CompressionRequest about = request.withText(passages.get(passage));
            CompressionResult result = maxTokens == Integer.MAX_VALUE
                    ? headroom.compress(about)
                    : headroom.outline(about, Math.max(Headroom.MIN_OUTLINE_TOKENS, maxTokens / 2));
            List<OriginalId> original = result instanceof Compressed compressed
                    ? compressed.original().stream().toList()
                    : List.of();
            return new Rendering.View(result.text(), original);
        }
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final Headroom headroom;
        private PassageScorer scorer = PassageScorer.lexical();
        private @Nullable Double nearTheBest;
        private int maxTokens = Integer.MAX_VALUE;
        private Duration timeout = Duration.ofSeconds(10);

        private Builder(Headroom headroom) {
            this.headroom = Objects.requireNonNull(headroom, "headroom");
        }

        /**
         * Says how near sentences are to the question; {@link PassageScorer#lexical()} by default. A {@link HybridScorer}
         * keeps more answers at fewer tokens, at the price of a model. If another scorer than the lexical one finds nothing
         * near, all is left out.
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
         * lexical scorer, 0.625 for others, less for questions with several names.
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
