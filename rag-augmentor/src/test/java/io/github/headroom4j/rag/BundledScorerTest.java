package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledScorerTest {

    private static final String QUESTION = "How often is everything copied?";

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();
    private final AtomicInteger loads = new AtomicInteger();

    private static PrunedPassages prunedByWords(Headroom headroom) {
        return PassagePruner.builder(headroom)
                .scorer(PassageScorer.lexical())
                .build()
                .prune(Guides.POOL_QUESTION, Guides.ALL, "a");
    }

    @Test
    void should_be_the_default_and_find_what_is_said_in_other_words() {
        PrunedPassages pruned = PassagePruner.builder(headroom).build().prune(QUESTION, Guides.ALL, "a");

        assertThat(pruned.text()).contains("Every night a full copy").doesNotContain("pilot boat");
    }

    @Test
    void should_prune_by_words_where_the_model_cannot_be_loaded() {
        for (Throwable failure : List.of(
                new NoClassDefFoundError("ai/onnxruntime/OrtEnvironment"),
                new UnsatisfiedLinkError("no libonnxruntime"),
                new ExceptionInInitializerError("static"),
                new IllegalStateException("broken file"))) {
            PassagePruner pruner = PassagePruner.builder(headroom)
                    .scorer(new BundledScorer(() -> failing(failure)))
                    .build();

            PrunedPassages pruned = pruner.prune(Guides.POOL_QUESTION, Guides.ALL, "a");

            assertThat(pruned).isEqualTo(prunedByWords(headroom));
            assertThat(pruned.outcome()).isEqualTo(Outcome.PRUNED);
            pruner.prune(QUESTION, Guides.ALL, "a");
        }
        assertThat(loads).hasValue(4);
    }

    private EmbeddingModel failing(Throwable failure) {
        loads.incrementAndGet();
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Test
    void should_load_when_first_needed_and_once_for_all_threads() throws Exception {
        BundledScorer scorer = new BundledScorer(() -> {
            loads.incrementAndGet();
            return BundledModel.withThreads(1);
        });
        PassagePruner pruner = PassagePruner.builder(headroom).scorer(scorer).build();
        pruner.prune(QUESTION, List.of("short"), "a");
        pruner.prune("Summarize this", Guides.ALL, "a");
        assertThat(loads).hasValue(0);

        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<PrunedPassages>> results = IntStream.range(0, 8)
                .mapToObj(i -> threads.submit(() -> {
                    start.await();
                    return pruner.prune(QUESTION, Guides.ALL, "a");
                }))
                .toList();
        start.countDown();

        for (Future<PrunedPassages> result : results) {
            assertThat(result.get(1, TimeUnit.MINUTES)).isEqualTo(results.get(0).get());
        }
        assertThat(loads).hasValue(1);
        threads.shutdown();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void should_keep_to_so_many_threads_and_give_the_same_embeddings(int threads) {
        List<TextSegment> many = IntStream.range(0, 12)
                .mapToObj(i -> TextSegment.from("Sentence number " + i + "."))
                .toList();

        var embeddings = BundledModel.withThreads(threads).embedAll(many).content();

        assertThat(embeddings).hasSize(12);
        assertThat(embeddings)
                .isEqualTo(EmbeddingScorerTest.MODEL.embedAll(many).content());
        assertThatThrownBy(() -> HybridScorer.bundled(-threads)).hasMessageContaining("-" + threads);
    }

    /** The classes of this module, without those of the model. */
    private static final class Without extends ClassLoader {

        Without() {
            super(BundledScorerTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("ai.onnxruntime.") || name.startsWith("dev.langchain4j.model.embedding.onnx.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("io.github.headroom4j.rag.") ? own(name) : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (@Nullable InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** Run in another class loader. */
    public static final class Excluded implements Runnable {

        @Override
        public void run() {
            Headroom headroom = Headroom.builder().withoutTimeout().build();
            assertThat(PassagePruner.builder(headroom).build().prune(Guides.POOL_QUESTION, Guides.ALL, "a"))
                    .isEqualTo(prunedByWords(headroom));
            assertThatThrownBy(() -> BundledModel.withThreads(1)).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void should_prune_by_words_where_the_jars_of_the_model_are_excluded() throws Exception {
        Class<?> excluded = new Without().loadClass(Excluded.class.getName());
        assertThat(excluded).isNotSameAs(Excluded.class);

        ((Runnable) excluded.getDeclaredConstructor().newInstance()).run();
    }
}
