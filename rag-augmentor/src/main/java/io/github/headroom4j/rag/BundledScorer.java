package io.github.headroom4j.rag;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.passage.PassageScorer;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words and the bundled model together, or words alone where the model cannot be loaded. It is loaded when the first question
 * comes, once; whoever asks meanwhile waits. Thread-safe.
 */
final class BundledScorer implements PassageScorer {

    private static final Logger log = LoggerFactory.getLogger(BundledScorer.class);

    private final Supplier<EmbeddingModel> loader;
    /** A lock rather than a synchronized method, in which a virtual thread that reads the model would hold its carrier. */
    private final Lock loading = new ReentrantLock();

    private volatile @Nullable PassageScorer resolved;

    BundledScorer(Supplier<EmbeddingModel> loader) {
        this.loader = loader;
    }

    /** What scores: a hybrid, or {@link PassageScorer#lexical()}. */
    PassageScorer resolved() {
        PassageScorer known = resolved;
        return known == null ? resolve() : known;
    }

    private PassageScorer resolve() {
        loading.lock();
        try {
            PassageScorer known = resolved;
            if (known == null) {
                known = load();
                resolved = known;
            }
            return known;
        } finally {
            loading.unlock();
        }
    }

    private PassageScorer load() {
        try {
            return new HybridScorer(EmbeddingScorer.builder(loader.get())
                    .maxChars(HybridScorer.BUNDLED_MAX_CHARS)
                    .build());
        } catch (LinkageError | RuntimeException e) {
            log.warn(
                    "The bundled embedding model cannot be loaded ({}), so passages are scored by words alone; "
                            + "PassageScorer.lexical() as the scorer says so without this line",
                    e.toString());
            log.debug("Why the bundled embedding model cannot be loaded", e);
            return PassageScorer.lexical();
        }
    }

    @Override
    public double[] score(String query, List<String> sentences) {
        return score(query, sentences, Deadline.none());
    }

    @Override
    public double[] score(String query, List<String> sentences, Deadline deadline) {
        return deadline.pausing(this::resolved).score(query, sentences, deadline);
    }
}
