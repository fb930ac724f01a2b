package io.github.headroom4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.EmbeddingScorer;
import io.github.headroom4j.rag.PrunedPassages;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run, and measure what they say. How long they take is no matter of a test. */
class PassagePruningBenchmarkTest {

    private static final List<String> CORPUS = JavadocPassages.read();

    @Test
    void each_benchmark_should_run_once_and_be_reported(@TempDir Path folder) throws RunnerException, IOException {
        Machine machine = new Machine("a processor", 2, "a system", "a JDK", 0, "abc");

        PerformanceReport report = new PerformanceReport(runOnce(), machine, "run it");
        report.write(folder);

        assertThat(report.rows()).hasSize(4).allSatisfy(row -> {
            assertThat(row.mean()).isPositive();
            assertThat(row.p99()).isGreaterThanOrEqualTo(row.p50());
            assertThat(row.cpu()).isPositive();
            assertThat(row.allocatedBytes()).isPositive();
        });
        assertThat(Files.readString(folder.resolve("performance-rag.md")))
                .contains(
                        "| lexical | new |",
                        "| hybrid | seen |",
                        "a processor, 2 processors",
                        "commit abc",
                        "`run it`");
        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve("performance-rag.json").toFile());
        assertThat(json.path("results")).hasSize(4);
        assertThat(json.path("results").get(0).path("passages").asInt()).isEqualTo(5);
    }

    private static Collection<RunResult> runOnce() throws RunnerException {
        // A benchmark that somebody runs at the same time does not matter here.
        System.setProperty("jmh.ignoreLock", "true");
        try {
            return new Runner(new OptionsBuilder()
                            .include(PassagePruningBenchmark.class.getName())
                            .param("passages", "5")
                            .mode(Mode.SingleShotTime)
                            .addProfiler(GCProfiler.class)
                            .addProfiler(CpuTime.class)
                            .warmupIterations(0)
                            .measurementIterations(1)
                            .forks(0)
                            .shouldFailOnError(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
        } finally {
            System.clearProperty("jmh.ignoreLock");
        }
    }

    @Test
    void passages_should_be_different_real_prose_of_three_hundred_tokens() {
        TokenCounter counter = TokenCounter.o200k();

        assertThat(CORPUS)
                .hasSizeGreaterThanOrEqualTo(PassagePruningBenchmark.BATCHES * 100)
                .doesNotHaveDuplicates();
        assertThat(CORPUS.stream().mapToInt(counter::count).average().orElse(0)).isBetween(290.0, 320.0);
        assertThat(CORPUS.stream().mapToInt(counter::count).max().orElse(0)).isLessThan(450);
    }

    @Test
    void what_is_measured_should_be_pruning_of_passages_that_share_nothing() {
        List<PassagePruningBenchmark.Batch> batches = PassagePruningBenchmark.batches(CORPUS, 100);
        HashSet<String> seen = new HashSet<>();
        batches.forEach(batch -> assertThat(batch.passages()).hasSize(100).allMatch(seen::add));
        assertThat(batches).hasSize(PassagePruningBenchmark.BATCHES);

        PassagePruningBenchmark benchmark = new PassagePruningBenchmark();
        benchmark.prepare(CORPUS, PassageScorer.lexical());
        for (int i = 0; i < PassagePruningBenchmark.BATCHES; i++) {
            PrunedPassages pruned = benchmark.prune();
            assertThat(pruned.outcome()).isEqualTo(PrunedPassages.Outcome.PRUNED);
            assertThat(pruned.tokensBefore()).isBetween(20 * 290, 20 * 330);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, new, 1", "20, new, 1", "100, new, 1", "5, seen, 0", "20, seen, 0"})
    void new_texts_should_be_embedded_in_every_call_and_seen_ones_once(int passages, String texts, double share) {
        AtomicInteger embedded = new AtomicInteger();
        EmbeddingModel model = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                embedded.addAndGet(segments.size());
                return Response.from(segments.stream()
                        .map(one -> Embedding.from(new float[] {one.text().length(), 1}))
                        .toList());
            }
        };
        PassagePruningBenchmark benchmark = new PassagePruningBenchmark();
        benchmark.passages = passages;
        benchmark.texts = texts;
        benchmark.prepare(CORPUS, benchmark.remembering(() -> EmbeddingScorer.of(model)));

        int first = embeddedInOneRound(benchmark, embedded);
        int second = embeddedInOneRound(benchmark, embedded);

        // A question is new in any case.
        int questions = texts.equals("seen") ? PassagePruningBenchmark.BATCHES : 0;
        assertThat(first).isGreaterThan(4 * passages);
        assertThat(second).isEqualTo((int) (share * first) + questions);
    }

    private static int embeddedInOneRound(PassagePruningBenchmark benchmark, AtomicInteger embedded) {
        int before = embedded.get();
        for (int i = 0; i < PassagePruningBenchmark.BATCHES; i++) {
            benchmark.prune();
        }
        return embedded.get() - before;
    }
}
