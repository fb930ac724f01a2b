package io.github.headroom4j.memory;

import dev.langchain4j.model.chat.ChatModel;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.resilience.CircuitBreaker;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * When and how far a {@link CompressingChatMemoryStore} compacts old history. Immutable and thread-safe, if listener and
 * summarizer are.
 *
 * <p>When a history reaches {@code compactAt} of the budget, one <i>epoch</i> brings it down to {@code compactTo}: what was
 * read again later becomes a marker, then, oldest first, results of tools and retrieved passages become outlines, and slices
 * that were retrieved markers, then long texts of the assistant outlines. Only where a history exceeds the budget, outlines
 * become markers, oldest first, until it is down to {@code compactAt}. Everything can be read back with
 * {@code headroom_retrieve}. Between epochs no stored byte changes, so the provider's prompt cache keeps hitting; a rule that
 * keeps "the last N results" would change old bytes with each request instead.
 *
 * <p>Never touched: system messages, what users wrote, the newest user message, AI messages with thinking or signatures,
 * calls of tools, results that report an error, and everything since the last but one answer of the model. The number and
 * order of messages stay.
 *
 * <p>Whether an epoch pays is reckoned: it saves {@code read * n * (before - after)} over the {@code n} requests to come, and
 * costs {@code (write - read)} for each token that has to be sent anew, which is all that stands behind the first change.
 * Where it does not pay, it waits until the history exceeds the whole budget. An epoch must free at least a twentieth of the
 * budget, so epochs are rare whatever the history.
 *
 * <pre>{@code
 * ChatMemoryStore store = CompressingChatMemoryStore.builder(headroom, delegate)
 *         .compaction(Compaction.ofBudget(100_000))
 *         .build();
 * }</pre>
 */
public final class Compaction {

    /** Room for what a result was about and its most telling lines; a tenth of a usual compressed result. */
    public static final int DEFAULT_OUTLINE_TOKENS = 160;

    /** The share of the budget that an epoch must free, or it would come again soon. */
    private static final double MIN_FREED = 0.05;

    private final int budgetTokens;
    private final double compactAt;
    private final double compactTo;
    private final int outlineTokens;
    private final CachePrices prices;
    private final CompressionPolicies policies;
    private final int expectedRequests;
    private final boolean ledger;
    private final @Nullable ChatModel summarizer;
    private final CircuitBreaker summarizerBreaker;
    private final CompactionListener listener;

    private Compaction(Builder builder) {
        budgetTokens = builder.budgetTokens;
        compactAt = builder.compactAt;
        compactTo = builder.compactTo;
        outlineTokens = builder.outlineTokens;
        prices = builder.prices;
        policies = builder.policies;
        expectedRequests = builder.expectedRequests;
        ledger = builder.ledger;
        summarizer = builder.summarizer;
        summarizerBreaker = builder.summarizerBreaker;
        listener = builder.listener;
        if (compactTo >= compactAt) {
            throw new IllegalArgumentException(
                    "compactTo must be below compactAt " + compactAt + ", but was " + compactTo);
        }
    }

    /**
     * All defaults.
     *
     * @param budgetTokens how many tokens the messages of a history may have, positive; leave room in the model's context
     *     for tool specifications and the answer
     * @return the settings
     */
    public static Compaction ofBudget(int budgetTokens) {
        return builder(budgetTokens).build();
    }

    /**
     * A builder with all defaults.
     *
     * @param budgetTokens as for {@link #ofBudget}
     * @return a new builder
     * @throws IllegalArgumentException if it is not positive
     */
    public static Builder builder(int budgetTokens) {
        return new Builder(budgetTokens);
    }

    long compactAt() {
        return (long) (budgetTokens * compactAt);
    }

    long compactTo() {
        return (long) (budgetTokens * compactTo);
    }

    /** How many tokens an epoch must free. */
    long leastFreed() {
        return (long) (budgetTokens * MIN_FREED);
    }

    /** Room for what an epoch notes about what it folds; 0 if it notes nothing. */
    int ledgerTokens() {
        return ledger || summarizer != null ? Ledger.MAX_TOKENS : 0;
    }

    int budgetTokens() {
        return budgetTokens;
    }

    int outlineTokens() {
        return outlineTokens;
    }

    CachePrices prices() {
        return prices;
    }

    CompressionPolicies policies() {
        return policies;
    }

    OptionalInt expectedRequests() {
        return expectedRequests > 0 ? OptionalInt.of(expectedRequests) : OptionalInt.empty();
    }

    boolean ledger() {
        return ledger;
    }

    @Nullable
    ChatModel summarizer() {
        return summarizer;
    }

    CircuitBreaker summarizerBreaker() {
        return summarizerBreaker;
    }

    CompactionListener listener() {
        return listener;
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final int budgetTokens;
        private double compactAt = 0.7;
        private double compactTo = 0.4;
        private int outlineTokens = DEFAULT_OUTLINE_TOKENS;
        private CachePrices prices = CachePrices.anthropic();
        private CompressionPolicies policies = CompressionPolicies.standard();
        private int expectedRequests;
        private boolean ledger = true;
        private @Nullable ChatModel summarizer;
        private CircuitBreaker summarizerBreaker = CircuitBreaker.of("The summarizer");
        private CompactionListener listener = event -> {};

        private Builder(int budgetTokens) {
            if (budgetTokens <= 0) {
                throw new IllegalArgumentException("budgetTokens must be positive, but was " + budgetTokens);
            }
            this.budgetTokens = budgetTokens;
        }

        /**
         * At which share of the budget an epoch is due; 0.7 by default, so that one long turn still fits.
         *
         * @param share in (0, 1]
         * @return this builder
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder compactAt(double share) {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be in (0, 1], but was " + share);
            }
            compactAt = share;
            return this;
        }

        /**
         * To which share of the budget an epoch brings a history down, as far as there is enough to fold; 0.4 by default.
         *
         * @param share in [0, 1), below {@code compactAt}
         * @return this builder
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder compactTo(double share) {
            if (!(share >= 0 && share < 1)) {
                throw new IllegalArgumentException("share must be in [0, 1), but was " + share);
            }
            compactTo = share;
            return this;
        }

        /**
         * How many tokens an outline may have, marker included; {@value #DEFAULT_OUTLINE_TOKENS} by default.
         *
         * @param tokens at least {@value Headroom#MIN_OUTLINE_TOKENS}
         * @return this builder
         * @throws IllegalArgumentException if there are too few
         */
        public Builder outlineTokens(int tokens) {
            if (tokens < Headroom.MIN_OUTLINE_TOKENS) {
                throw new IllegalArgumentException(
                        "tokens must be at least " + Headroom.MIN_OUTLINE_TOKENS + ", but was " + tokens);
            }
            outlineTokens = tokens;
            return this;
        }

        /**
         * What cached tokens cost; {@link CachePrices#anthropic()} by default, the dearest to rewrite.
         *
         * @param newPrices the prices
         * @return this builder
         */
        public Builder prices(CachePrices newPrices) {
            prices = Objects.requireNonNull(newPrices, "newPrices");
            return this;
        }

        /**
         * Whose results may be folded: those of tools with a {@linkplain io.github.headroom4j.Fidelity#REVERSIBLE
         * reversible} policy. {@link CompressionPolicies#standard()} by default, also where results stay verbatim when they
         * are born: an agent that edits a file needs its exact bytes then, and can retrieve them later.
         *
         * @param newPolicies the policies
         * @return this builder
         */
        public Builder policies(CompressionPolicies newPolicies) {
            policies = Objects.requireNonNull(newPolicies, "newPolicies");
            return this;
        }

        /**
         * How many further requests a conversation is expected to make. By default as many as it made so far: of a
         * conversation that may end at any time, that is the best guess.
         *
         * @param requests positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder expectedRequests(int requests) {
            if (requests <= 0) {
                throw new IllegalArgumentException("requests must be positive, but was " + requests);
            }
            expectedRequests = requests;
            return this;
        }

        /**
         * Notes nothing about what is folded. By default, each epoch leaves a ledger of at most 300 tokens in the text of the
         * last result it folds: files read and written, errors seen, identifiers, and what the user decided.
         *
         * @return this builder
         */
        public Builder withoutLedger() {
            ledger = false;
            return this;
        }

        /**
         * A model that summarizes what an epoch folds; none by default. It is called within the update of the memory, once
         * an epoch. If it fails, the epoch goes on without a summary. With it, histories are as deterministic as it is.
         *
         * @param model any model
         * @return this builder
         */
        public Builder summarizer(ChatModel model) {
            summarizer = Objects.requireNonNull(model, "model");
            return this;
        }

        /**
         * What stops calling the summarizer while it fails, so that no update of a memory waits for it; one with the defaults of
         * {@link CircuitBreaker} by default. Epochs go on without a summary meanwhile.
         *
         * @param breaker may guard other calls of the same model, too
         * @return this builder
         */
        public Builder summarizerBreaker(CircuitBreaker breaker) {
            summarizerBreaker = Objects.requireNonNull(breaker, "breaker");
            return this;
        }

        /**
         * Who learns of decisions; nobody by default.
         *
         * @param newListener the listener
         * @return this builder
         */
        public Builder listener(CompactionListener newListener) {
            listener = Objects.requireNonNull(newListener, "newListener");
            return this;
        }

        /**
         * Builds.
         *
         * @return the settings
         * @throws IllegalArgumentException if {@code compactTo} is not below {@code compactAt}
         */
        public Compaction build() {
            return new Compaction(this);
        }
    }
}
