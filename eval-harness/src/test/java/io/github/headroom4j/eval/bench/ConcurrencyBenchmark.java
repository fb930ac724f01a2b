package io.github.headroom4j.eval.bench;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.Headroom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Tool results of mixed kinds, 10,000 characters each, through one instance with all its defaults, by 1 to 8 threads. No text
 * comes twice, so counts are remembered and forgotten all the time, and each thread keeps originals in a scope of its own. Warmed
 * up for longer than others: eight threads on two processors leave the compiler little of them.
 */
@State(Scope.Benchmark)
@Warmup(iterations = 45, time = 2)
public class ConcurrencyBenchmark extends SampledBenchmark {

    private static final int CHARS = 10_000;

    /** A conversation of so many results is over, and its originals are cleared. */
    private static final int MAX_ORIGINALS = 64;

    private List<String> texts = List.of();
    private Headroom headroom = Headroom.create();
    private final AtomicInteger threads = new AtomicInteger();

    /** What one thread works on. */
    @State(Scope.Thread)
    public static class Conversation {

        private String scope = "";
        private int number;
        private int calls;

        /**
         * Opens a scope.
         *
         * @param all the benchmark
         */
        @Setup(Level.Trial)
        public void begin(ConcurrencyBenchmark all) {
            number = all.threads.incrementAndGet();
            scope = "conversation " + number;
        }
    }

    /** Makes the texts. */
    @Setup(Level.Trial)
    public void prepare() {
        texts = Stream.of(
                        "logs/typical",
                        "json/typical",
                        "search/typical",
                        "code/typical",
                        "diff/typical",
                        "prose/typical")
                .map(kind -> ContentTexts.of(Bench.project(), kind).text(CHARS, 0))
                .toList();
        headroom = Headroom.builder().withoutTimeout().build();
    }

    private CompressionResult next(Conversation mine) {
        if (mine.calls % MAX_ORIGINALS == 0) {
            headroom.originals().clear(mine.scope);
        }
        String text = texts.get((mine.number + mine.calls) % texts.size());
        mine.calls++;
        return headroom.compress(CompressionRequest.of(text + "\ncall " + mine.calls + " of thread " + mine.number)
                .withScope(mine.scope)
                .withQuery("Why did the request fail?"));
    }

    /**
     * One thread.
     *
     * @param mine what it works on
     * @return the result
     */
    @Benchmark
    @Threads(1)
    public CompressionResult threads1(Conversation mine) {
        return next(mine);
    }

    /**
     * Two threads.
     *
     * @param mine what it works on
     * @return the result
     */
    @Benchmark
    @Threads(2)
    public CompressionResult threads2(Conversation mine) {
        return next(mine);
    }

    /**
     * Four threads.
     *
     * @param mine what it works on
     * @return the result
     */
    @Benchmark
    @Threads(4)
    public CompressionResult threads4(Conversation mine) {
        return next(mine);
    }

    /**
     * Eight threads.
     *
     * @param mine what it works on
     * @return the result
     */
    @Benchmark
    @Threads(8)
    public CompressionResult threads8(Conversation mine) {
        return next(mine);
    }
}
