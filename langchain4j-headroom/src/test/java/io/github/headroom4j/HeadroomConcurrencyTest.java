package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.hostile.SampleTexts;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One instance serves many threads, and what a text becomes does not depend on what others do meanwhile. */
class HeadroomConcurrencyTest {

    private static final int THREADS = 8;
    private static final int MAX_CHARS = 4_000;
    private static final List<String> QUERIES = List.of("", "Why did the request fail?");

    private final List<CompressionRequest> requests = requests();

    private static List<CompressionRequest> requests() {
        List<String> texts = SampleTexts.all();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> CompressionRequest.of(texts.get(i)
                                .substring(0, Math.min(MAX_CHARS, texts.get(i).length())))
                        .withQuery(QUERIES.get(i % QUERIES.size())))
                .toList();
    }

    /** A small memory for counts, so that threads take them from each other all the time. */
    private static Headroom headroom() {
        return Headroom.builder()
                .tokenCounter(TokenCounter.o200k().cached(8 * MAX_CHARS))
                .withoutTimeout()
                .build();
    }

    @Test
    void eight_threads_should_get_the_same_results_as_one() throws Exception {
        List<Integer> inOrder = IntStream.range(0, requests.size()).boxed().toList();
        List<CompressionResult> alone = results(headroom(), inOrder, "alone");
        assertThat(alone.stream().flatMap(result -> result.detected().stream()).map(Detection::type))
                .contains(
                        ContentType.LOG,
                        ContentType.JSON,
                        ContentType.SEARCH_RESULTS,
                        ContentType.BUILD_OUTPUT,
                        ContentType.CODE,
                        ContentType.DIFF,
                        ContentType.CSV,
                        ContentType.HTML,
                        ContentType.MARKDOWN,
                        ContentType.PROSE);
        assertThat(alone).filteredOn(Compressed.class::isInstance).hasSizeGreaterThan(100);

        for (ThreadFactory factory : factories()) {
            for (List<CompressionResult> together : together(headroom(), inOrder, factory)) {
                assertThat(together).isEqualTo(alone);
            }
        }
    }

    /** Platform threads and, where the JVM has them (21 and later), virtual ones. */
    private static List<ThreadFactory> factories() throws ReflectiveOperationException {
        List<ThreadFactory> factories = new ArrayList<>(List.of(Executors.defaultThreadFactory()));
        if (Runtime.version().feature() >= 21) {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            factories.add((ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder));
        }
        return factories;
    }

    /** The results of each thread, which come in the order of the requests, whatever order they were asked for in. */
    private List<List<CompressionResult>> together(Headroom shared, List<Integer> inOrder, ThreadFactory factory)
            throws Exception {
        CountDownLatch start = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, factory);
        try {
            List<Future<List<CompressionResult>>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                running.add(threads.submit(() -> {
                    List<Integer> mine = new ArrayList<>(inOrder);
                    // Two threads at a time meet at the same texts and share a scope; the others come from elsewhere.
                    Collections.shuffle(mine, new Random(number / 2));
                    start.countDown();
                    start.await();
                    return results(shared, mine, "scope " + number / 2);
                }));
            }
            List<List<CompressionResult>> results = new ArrayList<>();
            for (Future<List<CompressionResult>> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<CompressionResult> results(Headroom headroom, List<Integer> order, String scope) {
        CompressionResult[] results = new CompressionResult[requests.size()];
        for (int index : order) {
            CompressionRequest request = requests.get(index);
            CompressionResult result = headroom.compress(request.withScope(scope));
            results[index] = result;
            if (result instanceof Compressed compressed) {
                compressed
                        .original()
                        .ifPresent(id -> assertThat(headroom.originals().find(scope, id.shortForm()))
                                .contains(request.text()));
            }
        }
        return List.of(results);
    }
}
