package io.github.headroom4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.CompressionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run, and measure what they say. How long they take is no matter of a test. */
class CompressionPerformanceTest {

    private static final Machine MACHINE = new Machine("a processor", 2, "a system", "a JDK", 0, "abc");

    @Test
    void each_benchmark_should_run_once_and_be_reported(@TempDir Path folder) throws RunnerException, IOException {
        List<SpeedRow> rows = runOnce();

        CompressionPerformance.write(folder, rows, MACHINE, "run it");

        assertThat(rows)
                .extracting(SpeedRow::benchmark)
                .contains("CompressionBenchmark.compress")
                .hasSize(16);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.mean()).isPositive();
            assertThat(row.p99()).isGreaterThanOrEqualTo(row.p50());
            assertThat(row.allocatedBytes()).isPositive();
        });
        assertThat(Files.readString(folder.resolve("performance.md")))
                .contains(
                        "| logs/typical |",
                        "| Stage.detect | chars 10000, kind logs/typical |",
                        "| threads | calls per second |",
                        "a processor, 2 processors",
                        "`run it`");
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("performance.json").toFile());
        assertThat(json.path("results")).hasSize(16);
    }

    private static List<SpeedRow> runOnce() throws RunnerException {
        // A benchmark that somebody runs at the same time does not matter here.
        System.setProperty("jmh.ignoreLock", "true");
        try {
            OptionsBuilder options = new OptionsBuilder();
            CompressionPerformance.BENCHMARKS.forEach(benchmark -> options.include(benchmark.getName()));
            options.param("kind", "logs/typical")
                    .param("chars", "10000")
                    .param("messages", "10")
                    .param("store", "h2")
                    .mode(Mode.SingleShotTime)
                    .addProfiler(GCProfiler.class)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .forks(0)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT);
            return new Runner(options.build()).run().stream().map(SpeedRow::of).toList();
        } finally {
            System.clearProperty("jmh.ignoreLock");
        }
    }

    static List<String> kinds() throws NoSuchFieldException {
        return Arrays.asList(CompressionBenchmark.class
                .getField("kind")
                .getAnnotation(Param.class)
                .value());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void texts_should_have_the_length_asked_for_and_be_compressed(String kind) {
        ContentTexts texts = ContentTexts.of(Bench.project(), kind);
        for (int chars : new int[] {10_000, 300_000}) {
            String text = texts.text(chars, 0);
            assertThat(text.length()).isBetween(chars / 3, chars);
            assertThat(texts.text(chars, 1)).hasSameSizeAs(text);
        }
        CompressionBenchmark benchmark = new CompressionBenchmark();
        benchmark.kind = kind;
        benchmark.chars = 30_000;
        benchmark.prepare();

        CompressionResult result = benchmark.compress();

        assertThat(result.tokensAfter()).isBetween(1, result.tokensBefore());
    }

    @Test
    void variants_should_be_different_texts_of_the_same_shape() {
        ContentTexts logs = ContentTexts.of(Bench.project(), "logs/typical");

        assertThat(logs.text(10_000, 1)).isNotEqualTo(logs.text(10_000, 0)).isEqualTo(logs.text(10_000, 1));
        assertThat(logs.text(10_000, 1).lines().count())
                .isEqualTo(logs.text(10_000, 0).lines().count());
        assertThat(logs.sample()).startsWith("logs/");
    }

    @Test
    void values_one_after_another_should_not_be_cut_within_one() {
        String text = ContentTexts.of(Bench.project(), "json/typical").text(30_000, 0);

        assertThat(text.lines()).hasSizeGreaterThan(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void an_unknown_kind_should_be_named() {
        assertThatThrownBy(() -> ContentTexts.of(Bench.project(), "logs/none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("logs/none");
    }

    @Test
    void a_budget_should_name_who_misses_it() {
        SpeedRow quick = row("logs/typical", 10_000, 1.5);
        SpeedRow slow = row("code/typical", 10_000, 3.25);

        assertThat(new SpeedPage(List.of(quick, slow)).text(MACHINE, "run it"))
                .contains("| 10 KB, median ≤ 2 ms | 1 | 1: code/typical 3.25 |");
    }

    @Test
    void a_slope_should_be_that_of_the_logarithms() {
        List<SpeedRow> squared = List.of(
                row("a", 10_000, 50), row("a", 100_000, 1), row("a", 1_000_000, 100), row("a", 10_000_000, 10_000));

        assertThat(SpeedPage.slope(squared)).isCloseTo(2, within(1e-9));
        assertThat(SpeedPage.slope(squared.subList(0, 2))).isNaN();
        assertThat(new SpeedPage(squared).text(MACHINE, "run it")).contains("| linear: slope ≤ 1.1 | 0 | 1: a 2.00 |");
        assertThat(new SpeedPage(squared.subList(0, 2)).text(MACHINE, "run it"))
                .contains("| linear: slope ≤ 1.1 | 0 | none |");
    }

    @Test
    void threads_should_be_told_by_what_they_do_together() {
        assertThat(new ThreadsTable(List.of(threads(2, 4), threads(8, 16), threads(1, 4))).markdown())
                .contains("| 1 | 250 | 1.00 |", "| 2 | 500 | 2.00 |", "| 8 | 500 | 2.00 |");
    }

    private static SpeedRow threads(int threads, double mean) {
        return new SpeedRow("ConcurrencyBenchmark.threads" + threads, Map.of(), 9, mean, mean, mean, 1);
    }

    private static SpeedRow row(String kind, int chars, double millis) {
        return new SpeedRow(
                "CompressionBenchmark.compress",
                Map.of("kind", kind, "chars", String.valueOf(chars)),
                1,
                millis,
                millis,
                millis,
                Double.NaN);
    }
}
