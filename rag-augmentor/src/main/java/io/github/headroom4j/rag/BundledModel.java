package io.github.headroom4j.rag;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * all-MiniLM-L6-v2, quantised, from LangChain4j's jar, kept to so many threads. LangChain4j's own class leaves the number of
 * threads within one inference to ONNX Runtime, which takes all cores and lets them spin while they wait: twice the processor
 * time for sentences, which are too short to be shared out. Here an inference has one thread, and sentences are shared out.
 *
 * <p>The weights are loaded once, however many instances there are. Thread-safe.
 */
final class BundledModel extends AbstractInProcessEmbeddingModel {

    private static final int DIMENSIONS = 384;

    /** How long a thread waits for more to do before it ends, seconds. */
    private static final long IDLE_SECONDS = 5;

    private BundledModel(Executor executor) {
        super(executor);
    }

    /**
     * Loads the model, if it is not.
     *
     * @throws LinkageError if its jar or its native library is absent
     * @throws RuntimeException if it cannot be read
     */
    static EmbeddingModel withThreads(int threads) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "headroom-embedding");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        BundledModel model = new BundledModel(executor);
        model.model();
        return model;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return Loaded.ENCODER;
    }

    @Override
    protected Integer knownDimension() {
        return DIMENSIONS;
    }

    /** Loaded when it is first used. */
    private static final class Loaded {

        static final OnnxBertBiEncoder ENCODER = load();

        private static OnnxBertBiEncoder load() {
            try (InputStream weights = resource("/all-minilm-l6-v2-q.onnx");
                    InputStream tokenizer = resource("/all-minilm-l6-v2-q-tokenizer.json");
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession session = environment.createSession(weights.readAllBytes(), options);
                return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (OrtException e) {
                throw new IllegalStateException("the bundled embedding model cannot be loaded", e);
            }
        }

        private static InputStream resource(String name) throws IOException {
            InputStream found = AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream(name);
            if (found == null) {
                throw new FileNotFoundException(name);
            }
            return found;
        }
    }
}
