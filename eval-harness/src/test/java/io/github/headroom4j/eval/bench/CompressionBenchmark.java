package io.github.headroom4j.eval.bench;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it takes to compress one tool result, from detection to the stored original, all counting of tokens included. No text is
 * counted twice in a row: {@value #VARIANTS} texts of other digits come in turn, and counts of no more than two are remembered.
 */
@State(Scope.Benchmark)
public class CompressionBenchmark extends SampledBenchmark {

    static final int VARIANTS = 4;

    /** Every type and tier of which {@code datasets/content} has a sample. */
    @Param({
        "logs/ceiling",
        "logs/typical",
        "logs/near-unique",
        "json/typical",
        "json/near-unique",
        "search/ceiling",
        "search/typical",
        "search/near-unique",
        "build/ceiling",
        "build/typical",
        "build/near-unique",
        "code/ceiling",
        "code/typical",
        "code/near-unique",
        "diff/ceiling",
        "diff/typical",
        "diff/near-unique",
        "tables/typical",
        "tables/near-unique",
        "html/ceiling",
        "html/typical",
        "markdown/typical",
        "markdown/near-unique",
        "prose/ceiling",
        "prose/typical"
    })
    public String kind = "logs/typical";

    /** Length of the text. */
    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    public int chars = 10_000;

    private List<String> texts = List.of();
    private Headroom headroom = Headroom.builder().withoutTimeout().build();
    private int calls;

    /** Makes the texts. */
    @Setup(Level.Trial)
    public void prepare() {
        ContentTexts content = ContentTexts.of(Bench.project(), kind);
        texts = content.variants(chars, VARIANTS);
        headroom = Headroom.builder()
                .tokenCounter(TokenCounter.o200k().cached(2 * chars))
                .withoutTimeout()
                .build();
    }

    /**
     * One tool result.
     *
     * @return what is left of it
     */
    @Benchmark
    public CompressionResult compress() {
        String text = texts.get(calls++ % VARIANTS);
        return headroom.compress(CompressionRequest.of(text).withQuery("Why did the request fail?"));
    }
}
