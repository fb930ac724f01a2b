package io.github.headroom4j.rag.onnx;

import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.passage.PassageScorer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sentences scored by a pruning model that runs in this process: a transformer that says of each token of a text whether it
 * is needed, such as OpenProvence and Provence (which read the question with the text), LLMLingua-2 and Kompress (which do not).
 * It is loaded from a folder with {@code model.onnx} and {@code tokenizer.json}, or from an address that DJL knows.
 *
 * <p>The sentences are read together and in order, each other's context. A text of any length is read in overlapping windows of
 * the model's length, so that nothing is cut off. A word (what stands between two blanks: no number, identifier or path is
 * ever cut) has the probability that its tokens have together, the greater one where windows overlap. A sentence has the mean of
 * the best share of its words ({@link PruningFormat#topShare}).
 *
 * <p>A model that reads the question was trained for a threshold ({@link PruningFormat#threshold}): sentences that reach it
 * score 0.8 to 1, others at most 0.5, so that what a {@link io.github.headroom4j.rag.PassagePruner} shows is near what the
 * model would keep. If none reaches it, nothing is near, and all are 0. Telling words of the question have the threshold at
 * least. With a model that does not read the question, these and all numbers, identifiers, names and negations do, whatever
 * it says; a sentence scores what its words give.
 *
 * <p>Needs {@code com.microsoft.onnxruntime:onnxruntime} and {@code ai.djl.huggingface:tokenizers}, which are optional
 * dependencies of this module. What goes wrong (a model that fails, a limit of time that is over) is thrown, so that {@link
 * io.github.headroom4j.rag.PassagePruner} leaves the passages as they are.
 *
 * <p>Thread-safe; calls share the model's threads. As deterministic as ONNX Runtime: the same on one machine every time. Linear
 * in the text. To be closed after use; a call that is under way is waited for.
 */
public final class OnnxPruningScorer implements PassageScorer, AutoCloseable {

    /** The score of a sentence that just reaches the threshold, beside 1 for one the model is sure of. */
    private static final double AT_THRESHOLD = 0.8;

    /** The score of a sentence that just does not: the pruner asks for more than that. */
    private static final double BELOW_THRESHOLD = 0.5;

    private final WordScores words;
    private final int maxChars;
    private final Duration timeout;
    private final LongSupplier nanoClock;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxPruningScorer(Builder builder, WordScores words) {
        this.words = words;
        maxChars = builder.maxChars;
        timeout = builder.timeout;
        nanoClock = builder.nanoClock;
    }

    /**
     * Loads a model with the defaults: its kind is told by a file {@code pruning.json} beside it, or by its outputs.
     *
     * @param folder with {@code model.onnx} (or {@code onnx/model.onnx}) and {@code tokenizer.json}
     * @return a scorer, to be closed after use
     * @throws IllegalArgumentException if something in the folder is missing or is not what is expected; it says what and where
     * @throws IllegalStateException if an optional dependency is not on the class path
     */
    public static OnnxPruningScorer load(Path folder) {
        return builder(folder).build();
    }

    /**
     * A builder that starts with the defaults.
     *
     * @param folder as for {@link #load}
     * @return a new builder
     */
    public static Builder builder(Path folder) {
        Objects.requireNonNull(folder, "folder");
        return new Builder(folder, null);
    }

    /**
     * A builder for a model that DJL finds and keeps in its cache.
     *
     * @param url a folder or an archive ({@code file:}, {@code https:} and others), or a {@code djl://} address of a model zoo
     *     that is on the class path, such as {@code djl://ai.djl.huggingface.onnxruntime/...} with {@code
     *     ai.djl.onnxruntime:onnxruntime-engine}; it gives the files that {@link #load} expects
     * @return a new builder
     */
    public static Builder builder(String url) {
        Objects.requireNonNull(url, "url");
        return new Builder(null, url);
    }

    @Override
    public double[] score(String query, List<String> sentences) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the scorer is closed");
            }
            Deadline deadline = Deadline.after(timeout, nanoClock);
            int[] asked = query.isBlank() && words.format().readsQuestion() ? new int[0] : nearest(query, sentences);
            double[] scores = new double[sentences.size()];
            if (asked.length > 0) {
                List<String> read =
                        Arrays.stream(asked).mapToObj(sentences::get).toList();
                double[] said = scores(query, read, deadline);
                for (int i = 0; i < asked.length; i++) {
                    scores[asked[i]] = said[i];
                }
            }
            return scores;
        } finally {
            open.readLock().unlock();
        }
    }

    /** The places of sentences that are read: all, or those nearest by words that are not too long together; ascending. */
    private int[] nearest(String query, List<String> sentences) {
        int[] all = IntStream.range(0, sentences.size())
                .filter(i -> !sentences.get(i).isBlank())
                .toArray();
        long chars =
                Arrays.stream(all).mapToLong(i -> sentences.get(i).length()).sum();
        if (chars <= maxChars) {
            return all;
        }
        double[] near = PassageScorer.lexical().score(query, sentences);
        BitSet read = new BitSet();
        long left = maxChars;
        for (int i : Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -near[i]))
                .toList()) {
            if (sentences.get(i).length() <= left) {
                read.set(i);
                left -= sentences.get(i).length();
            }
        }
        return read.stream().toArray();
    }

    private double[] scores(String query, List<String> sentences, Deadline deadline) {
        PruningFormat format = words.format();
        Joined text = Joined.of(sentences);
        double[] keep = words.of(query, text.words(), deadline);
        if (!format.readsQuestion()) {
            raise(keep, text.words().vital(), format.threshold());
            raise(keep, text.words().asked(query), format.threshold());
            return text.scores(keep, format.topShare());
        }
        if (Arrays.stream(text.scores(keep, format.topShare())).noneMatch(score -> score >= format.threshold())) {
            return new double[sentences.size()];
        }
        raise(keep, text.words().asked(query), format.threshold());
        return Arrays.stream(text.scores(keep, format.topShare()))
                .map(score -> scaled(score, format.threshold()))
                .toArray();
    }

    private static void raise(double[] keep, boolean[] which, double least) {
        for (int word = 0; word < keep.length; word++) {
            keep[word] = which[word] ? Math.max(keep[word], least) : keep[word];
        }
    }

    /** Linear below the threshold and above it, with a step between, which is the model's own choice. */
    private static double scaled(double score, double threshold) {
        return score >= threshold
                ? AT_THRESHOLD + (1 - AT_THRESHOLD) * (score - threshold) / Math.max(1e-9, 1 - threshold)
                : BELOW_THRESHOLD * score / threshold;
    }

    /** Gives the model's memory back. Calls after this fail. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                words.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final @Nullable Path folder;
        private final @Nullable String url;
        private @Nullable PruningFormat format;
        private int threads = Runtime.getRuntime().availableProcessors();
        private int batch = 4;
        private double overlap = 0.25;
        private int maxChars = 100_000;
        private Duration timeout = Duration.ofSeconds(8);
        private LongSupplier nanoClock = System::nanoTime;

        private Builder(@Nullable Path folder, @Nullable String url) {
            this.folder = folder;
            this.url = url;
        }

        /**
         * What the model reads and what its numbers mean; by default what a file {@code pruning.json} beside it says, a JSON
         * object such as {@code {"like": "open-provence", "maxTokens": 8192, "threshold": 0.05}} with the names of {@link
         * PruningFormat}'s parts, where {@code like} is one of open-provence, provence, llmlingua-2 and kompress; without
         * that file, what the names of the model's outputs tell.
         *
         * @param newFormat the format
         * @return this builder
         */
        public Builder format(PruningFormat newFormat) {
            format = Objects.requireNonNull(newFormat, "newFormat");
            return this;
        }

        /**
         * How many threads the model has; by default as many as there are processors.
         *
         * @param newThreads positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder threads(int newThreads) {
            threads = positive("newThreads", newThreads);
            return this;
        }

        /**
         * How many windows the model reads at once; 4 by default: more take more memory, and time is looked at less often.
         *
         * @param windows positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder batch(int windows) {
            batch = positive("windows", windows);
            return this;
        }

        /**
         * Which share of a window is read in the one before it, too; a quarter by default, 100 tokens or more of the usual 512:
         * more than most sentences.
         *
         * @param share in [0, 0.75]
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder overlap(double share) {
            if (!(share >= 0 && share <= 0.75)) {
                throw new IllegalArgumentException("share must be in [0, 0.75], but was " + share);
            }
            overlap = share;
            return this;
        }

        /**
         * How many characters are read per call at most; 100,000 by default, about 50 windows. Of more, the sentences nearest by
         * words are read, and the rest scores 0.
         *
         * @param chars positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxChars(int chars) {
            maxChars = positive("chars", chars);
            return this;
        }

        /**
         * How long a call may take before it is given up by an exception; 8 seconds by default, less than {@link
         * io.github.headroom4j.rag.PassagePruner.Builder#timeout}. Looked at before each batch of windows.
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

        /** For tests. */
        Builder nanoClock(LongSupplier newNanoClock) {
            nanoClock = newNanoClock;
            return this;
        }

        /**
         * Loads the model, and tries it on two words.
         *
         * @return a scorer, to be closed after use
         * @throws IllegalArgumentException if a file is missing or is not what is expected; it says what and where
         * @throws IllegalStateException if an optional dependency is not on the class path
         */
        public OnnxPruningScorer build() {
            Libraries.require();
            ModelFolder files =
                    folder == null ? ModelFolder.at(Objects.requireNonNull(url, "url")) : ModelFolder.of(folder);
            return new OnnxPruningScorer(this, WordScores.open(files, format, threads, batch, overlap));
        }

        private static int positive(String name, int value) {
            if (value <= 0) {
                throw new IllegalArgumentException(name + " must be positive, but was " + value);
            }
            return value;
        }
    }
}
