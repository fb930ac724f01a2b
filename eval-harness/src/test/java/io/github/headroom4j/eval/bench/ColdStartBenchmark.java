package io.github.headroom4j.eval.bench;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.Headroom;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the first calls in a fresh JVM take, each in processes of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 20,
        jvmArgs = {"-Xmx1g", "-Dfile.encoding=UTF-8"})
public class ColdStartBenchmark {

    private static final int CHARS = 10_000;

    private String text = "";

    /** Reads a text, and touches nothing of ours. */
    @Setup
    public void read() throws IOException {
        String log = Files.readString(Bench.project().resolve("datasets/content/logs/flask-catalog.log"));
        text = log.substring(0, log.lastIndexOf('\n', CHARS));
    }

    /**
     * Making an instance.
     *
     * @return it
     */
    @Benchmark
    public Headroom create() {
        return Headroom.create();
    }

    /**
     * The first result.
     *
     * @return it
     */
    @Benchmark
    public CompressionResult first() {
        return Headroom.builder().withoutTimeout().build().compress(request());
    }

    /**
     * What an application does while it starts.
     *
     * @return a warm instance
     */
    @Benchmark
    public Headroom warmUp() {
        return Headroom.create().warmUp();
    }

    /** The first result of a warm instance. */
    @State(Scope.Benchmark)
    public static class Warm {

        private final Headroom headroom =
                Headroom.builder().withoutTimeout().build().warmUp();
    }

    /**
     * The first result after that.
     *
     * @return it
     */
    @Benchmark
    public CompressionResult firstWarm(Warm warm) {
        return warm.headroom.compress(request());
    }

    private CompressionRequest request() {
        return CompressionRequest.of(text).withQuery("Why did the request fail?");
    }
}
