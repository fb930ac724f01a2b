package io.github.headroom4j;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.content.ContentSplitter;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.NamedParts;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.token.TokenCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what an agent reads smaller, reversibly. The entry point of this library.
 *
 * <p>{@link #compress} takes a text through six steps: <b>gate</b> (too small, excluded, already ours) → <b>route</b>
 * (detect the content type, split mixed content) → <b>repack</b> (lossless) → <b>select</b> (only if the policy allows
 * it and the budget asks for it) → <b>accept</b> (only if counted tokens fall) → <b>keep</b> (the original is stored,
 * read back and compared before its marker appears). It never throws for what a text contains: a compressor that fails
 * or is too slow leaves the text unchanged, with the reason in the result, an event and a log line.
 *
 * <p>Immutable and thread-safe as long as the parts given to the builder are. One instance serves a whole application.
 */
public final class Headroom {

    /**
     * Longer texts are left alone: 20 Mi characters. They could not be sent to any model, reading them would cost memory in
     * multiples of their size, and single steps over a whole text, such as the hash of a string, would outlast a deadline.
     */
    public static final int MAX_CHARS = 20 << 20;

    /**
     * How long one compression may take by default: 250 ms. An agent's user hardly notices it, and the model's
     * answer takes many times as long.
     */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(250);

    /** Below this, an outline holds not even a marker and a note. */
    public static final int MIN_OUTLINE_TOKENS = 48;

    /** Made when there is something to say: looking for a logging library takes a fresh process as long as all else here. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger(Headroom.class);
    }

    private final CompressionPolicies policies;
    private final TokenCounter counter;
    private final OriginalStore originals;
    private final ContentRouter router;
    private final Pipeline pipeline;
    private final List<CompressionListener> listeners;
    private final LongSupplier nanoClock;

    private Headroom(Builder builder) {
        policies = builder.policies;
        counter = builder.counter;
        originals = builder.originals;
        router = new ContentRouter(readers(builder));
        listeners = List.copyOf(builder.listeners);
        nanoClock = builder.nanoClock;
        Duration timeout = builder.timeout;
        pipeline = new Pipeline(
                policies,
                counter,
                originals,
                router,
                () -> timeout == null ? Deadline.none() : Deadline.after(timeout, nanoClock));
    }

    private static Supplier<ContentRouter.Readers> readers(Builder builder) {
        ContentSplitter splitter = builder.splitter;
        List<Compressor> compressors = builder.compressors;
        return () -> new ContentRouter.Readers(
                splitter == null ? Defaults.splitter() : splitter,
                compressors == null ? Defaults.compressors() : compressors);
    }

    /**
     * An instance with all defaults: every built-in compressor, the standard policies, o200k tokens, originals on the
     * heap.
     *
     * @return a new instance with a store of its own
     */
    public static Headroom create() {
        return builder().build();
    }

    /**
     * A builder that starts with the defaults of {@link #create()}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Compresses a text, or says why not.
     *
     * @param request the text and what is known about it
     * @return the outcome; its text is what the model shall read
     */
    public CompressionResult compress(CompressionRequest request) {
        Objects.requireNonNull(request, "request");
        long start = nanoClock.getAsLong();
        Pipeline.Outcome outcome = pipeline.run(request);
        Throwable failure = outcome.failure();
        if (failure != null) {
            Log.LOG.warn("Compressing a text of tool '{}' failed, so nothing is left out", request.tool(), failure);
        }
        tell(new CompressionListener.Event(request, outcome.result(), nanoClock.getAsLong() - start, failure));
        return outcome.result();
    }

    /**
     * Loads what the first compressions would otherwise load while somebody waits: the tokenizer's vocabulary, the classes
     * that read logs, JSON, search results and documents, and the logging library that is told of a timeout. Call it when an
     * application starts, on a thread of its choice; calling it is never needed. Takes longer than a first compression, since
     * it reads several kinds, and leaves nothing behind but what is loaded: no original is stored, no listener is told.
     *
     * @return this instance
     */
    public Headroom warmUp() {
        WarmUp.run(pipeline);
        Log.LOG.debug("Vocabulary and classes are loaded");
        return this;
    }

    /**
     * Makes a text fit a hard limit, whatever it holds: for texts that an agent is done with, such as old results in its
     * history, of which it only has to know what they were. What {@link #compress} with that budget shows, or its first
     * lines where vital parts exceed the limit; what is left out can be read back as ever. Applies to every tool, and to
     * results of failed ones; tells no listener.
     *
     * @param request the text and what is known about it
     * @param maxTokens how many tokens the outline may have, marker included; at least {@value #MIN_OUTLINE_TOKENS}
     * @return a text of at most so many tokens, or the text unchanged: if it fits, is our own output, is longer than
     *     {@link #MAX_CHARS}, or its original cannot be kept
     * @throws IllegalArgumentException if {@code maxTokens} is too small
     */
    public CompressionResult outline(CompressionRequest request, int maxTokens) {
        Objects.requireNonNull(request, "request");
        if (maxTokens < MIN_OUTLINE_TOKENS) {
            throw new IllegalArgumentException(
                    "maxTokens must be at least " + MIN_OUTLINE_TOKENS + ", but was " + maxTokens);
        }
        Pipeline.Outcome outcome = new Outliner(pipeline).outline(request, maxTokens);
        if (outcome.failure() != null) {
            Log.LOG.warn("Outlining a text of tool '{}' failed", request.tool(), outcome.failure());
        }
        return outcome.result();
    }

    /**
     * Keeps a text of which nothing is left out yet, so that it can be read back should a compaction leave it out later,
     * from its re-encoded form.
     *
     * @param request the text, and the tool and scope it is of
     * @return its id; empty if the tool's policy is not {@link Fidelity#REVERSIBLE}, or it could not be kept, which is
     *     logged
     */
    public Optional<OriginalId> keep(CompressionRequest request) {
        if (policies.of(request.tool()).fidelity() != Fidelity.REVERSIBLE) {
            return Optional.empty();
        }
        try {
            return Optional.of(originals.put(request.scope(), request.text()));
        } catch (RuntimeException e) {
            Log.LOG.warn("A text of tool '{}' could not be kept", request.tool(), e);
            return Optional.empty();
        }
    }

    /**
     * Explains to a person what {@link #compress} does with a request, and why. Free of side effects: no original is stored,
     * no listener is told, nothing is logged. Costs about three compressions, without a deadline.
     *
     * @param request the text and what is known about it
     * @return the explanation as text and as a page
     */
    public Explanation explain(CompressionRequest request) {
        return new Explainer(pipeline).explain(Objects.requireNonNull(request, "request"));
    }

    /**
     * What a text is, section by section; the first part of what {@link #compress} does with it.
     *
     * @param text any text
     * @return the detections in order; empty for the empty text, or if a detector failed, which is logged
     */
    public List<Detection> detect(String text) {
        try {
            return router.detect(text);
        } catch (RuntimeException | StackOverflowError e) {
            Log.LOG.warn("Detecting a text failed", e);
            return List.of();
        }
    }

    /**
     * What has a name in a text, as far as a compressor that implements {@link NamedParts} knows its kind: the declarations
     * of source code. It finds what {@link #compress} folds, so that it can be read back by name.
     *
     * @return thread-safe
     */
    public NamedParts namedParts() {
        return router::named;
    }

    /**
     * Where originals are kept, for retrieving them.
     *
     * @return the store given to the builder
     */
    public OriginalStore originals() {
        return originals;
    }

    /**
     * What counts tokens.
     *
     * @return the counter given to the builder
     */
    public TokenCounter counter() {
        return counter;
    }

    /**
     * Which policy applies to which tool.
     *
     * @return the policies given to the builder
     */
    public CompressionPolicies policies() {
        return policies;
    }

    private void tell(CompressionListener.Event event) {
        for (CompressionListener listener : listeners) {
            try {
                listener.onCompression(event);
            } catch (RuntimeException e) {
                Log.LOG.warn("A compression listener failed: {}", listener, e);
            }
        }
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        /** Two large tool results: enough that no stage counts again what another has counted. */
        private static final int COUNT_CACHE_CHARS = 4 << 20;

        private CompressionPolicies policies = CompressionPolicies.standard();
        private TokenCounter counter = TokenCounter.o200k().cached(COUNT_CACHE_CHARS);
        private OriginalStore originals = new InMemoryOriginalStore();
        private @Nullable ContentSplitter splitter;
        private @Nullable List<Compressor> compressors;
        private final List<CompressionListener> listeners = new ArrayList<>();
        private @Nullable Duration timeout = DEFAULT_TIMEOUT;
        private LongSupplier nanoClock = System::nanoTime;

        private Builder() {}

        /**
         * Which policy applies to which tool; {@link CompressionPolicies#standard()} by default.
         *
         * @param newPolicies the policies
         * @return this builder
         */
        public Builder policies(CompressionPolicies newPolicies) {
            policies = Objects.requireNonNull(newPolicies, "newPolicies");
            return this;
        }

        /**
         * What counts tokens; {@link TokenCounter#o200k()} with a cache by default. A LangChain4j estimator fits as
         * {@code estimator::estimateTokenCountInText}.
         *
         * @param newCounter the counter
         * @return this builder
         */
        public Builder tokenCounter(TokenCounter newCounter) {
            counter = Objects.requireNonNull(newCounter, "newCounter");
            return this;
        }

        /**
         * Where originals are kept; a new {@link InMemoryOriginalStore} by default.
         *
         * @param newOriginals the store
         * @return this builder
         */
        public Builder originals(OriginalStore newOriginals) {
            originals = Objects.requireNonNull(newOriginals, "newOriginals");
            return this;
        }

        /**
         * What splits and detects content; the built-in detectors by default.
         *
         * @param newSplitter the splitter
         * @return this builder
         */
        public Builder splitter(ContentSplitter newSplitter) {
            splitter = Objects.requireNonNull(newSplitter, "newSplitter");
            return this;
        }

        /**
         * The compressors in the order in which they are asked; the built-in ones by default.
         *
         * @param newCompressors all compressors to use
         * @return this builder
         */
        public Builder compressors(List<? extends Compressor> newCompressors) {
            compressors = List.copyOf(newCompressors);
            return this;
        }

        /**
         * Adds a listener that learns of every decision; none by default.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(CompressionListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * How long one compression may take before the text goes through unchanged, with reason
         * {@link CompressionResult.Reason#TIMEOUT}; {@link #DEFAULT_TIMEOUT} by default. Very long texts reach it, and so may
         * the first ones of a JVM, whose code is not compiled yet. The tokenizer's
         * vocabulary and grammars load before the clock runs, or do not count.
         *
         * <p>The clock is read every few thousand characters of work, whatever the text, so a compression ends within some
         * milliseconds after its time. What cannot be interrupted is a token counter, splitter or compressor of yours, and a
         * store that does not run the checkpoint of {@link OriginalStore#put(String, String, Runnable)}: it is asked only
         * while time is left, and then waited for.
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
         * Lets a compression take as long as it takes, so that results do not depend on the machine's speed.
         *
         * @return this builder
         */
        public Builder withoutTimeout() {
            timeout = null;
            return this;
        }

        /** A clock for tests. */
        Builder nanoClock(LongSupplier newNanoClock) {
            nanoClock = newNanoClock;
            return this;
        }

        /**
         * Builds.
         *
         * @return an instance with these parts
         */
        public Headroom build() {
            return new Headroom(this);
        }
    }
}
