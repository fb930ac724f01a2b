package io.github.headroom4j.eval.bench;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.token.TokenCounter;
import io.github.headroom4j.tool.CompressingToolExecutor;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What single stages of a compression take, and the whole of it behind a tool. */
@State(Scope.Benchmark)
public class StageBenchmark extends SampledBenchmark {

    private static final int VARIANTS = CompressionBenchmark.VARIANTS;

    /** The types whose budgets are the tightest. */
    @Param({"logs/typical", "json/typical", "search/typical", "code/typical"})
    public String kind = "logs/typical";

    /** Length of the text. */
    @Param({"10000", "1000000"})
    public int chars = 10_000;

    private List<String> texts = List.of();
    private Headroom headroom = Headroom.builder().withoutTimeout().build();
    private Headroom uncounted = Headroom.builder().withoutTimeout().build();
    private Headroom lossless = Headroom.builder().withoutTimeout().build();
    private CompressingToolExecutor tool = new CompressingToolExecutor(headroom, (request, memoryId) -> "");
    private int calls;

    /** Makes the texts. */
    @Setup(Level.Trial)
    public void prepare() {
        ContentTexts content = ContentTexts.of(Bench.project(), kind);
        texts = content.variants(chars, VARIANTS);
        TokenCounter counter = TokenCounter.o200k().cached(2 * chars);
        headroom = Headroom.builder().tokenCounter(counter).withoutTimeout().build();
        lossless = Headroom.builder()
                .tokenCounter(counter)
                .policies(CompressionPolicies.losslessOnly())
                .withoutTimeout()
                .build();
        // A quarter of the length is near what real counts are, and costs nothing.
        uncounted = Headroom.builder()
                .tokenCounter(text -> (text.length() + 3) / 4)
                .withoutTimeout()
                .build();
        tool = new CompressingToolExecutor(headroom, (request, memoryId) -> next());
    }

    private String next() {
        return texts.get(calls++ % VARIANTS);
    }

    /**
     * Telling what a text is.
     *
     * @return the sections
     */
    @Benchmark
    public List<Detection> detect() {
        return headroom.detect(next());
    }

    /**
     * Counting a text's tokens once.
     *
     * @return how many
     */
    @Benchmark
    public int count() {
        return TokenCounter.o200k().count(next());
    }

    /**
     * Writing a text another way without leaving anything out.
     *
     * @return the result
     */
    @Benchmark
    public CompressionResult repack() {
        return lossless.compress(CompressionRequest.of(next()));
    }

    /**
     * All but counting.
     *
     * @return the result
     */
    @Benchmark
    public CompressionResult engine() {
        return uncounted.compress(CompressionRequest.of(next()).withQuery("Why did the request fail?"));
    }

    /**
     * A tool's result through the decorator.
     *
     * @return what the model reads
     */
    @Benchmark
    public String tool() {
        return tool.execute(
                ToolExecutionRequest.builder()
                        .id("1")
                        .name("get_logs")
                        .arguments("{\"service\":\"orders\"}")
                        .build(),
                "conversation");
    }
}
