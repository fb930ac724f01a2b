package io.github.headroom4j.eval.bench;

import io.github.headroom4j.eval.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** The figures of pruning, for people and for programs. Immutable. */
final class PerformanceReport {

    /** Milliseconds that twenty passages may take on two cores. */
    private static final Map<String, Integer> TARGETS = Map.of("lexical", 10, "hybrid", 250);

    /** One row: what was measured, in milliseconds per call. */
    record Row(
            int passages,
            String scorer,
            String texts,
            double mean,
            double error,
            double p50,
            double p99,
            long samples,
            double cpu,
            double allocatedBytes) {

        String target() {
            Integer most = TARGETS.get(scorer);
            return passages != 20 || most == null ? "" : "≤ " + most + " ms: " + (p50 <= most ? "met" : "missed");
        }
    }

    private final List<Row> rows;
    private final Machine machine;
    private final String command;

    PerformanceReport(Collection<RunResult> results, Machine machine, String command) {
        this.machine = machine;
        this.command = command;
        this.rows = results.stream()
                .collect(Collectors.groupingBy(PerformanceReport::subject, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PerformanceReport::row)
                .sorted(Comparator.comparing(Row::scorer)
                        .reversed()
                        .thenComparing(Row::texts)
                        .thenComparing(Row::passages))
                .toList();
    }

    private static String subject(RunResult result) {
        BenchmarkParams params = result.getParams();
        return params.getParam("passages") + " " + params.getParam("scorer") + " " + params.getParam("texts");
    }

    private static Row row(List<RunResult> modes) {
        BenchmarkParams params = modes.get(0).getParams();
        Statistics sampled = statistics(modes, Mode.SampleTime);
        RunResult averaged = of(modes, Mode.AverageTime);
        Statistics average = averaged.getPrimaryResult().getStatistics();
        return new Row(
                Integer.parseInt(params.getParam("passages")),
                params.getParam("scorer"),
                params.getParam("texts"),
                average.getMean(),
                average.getMeanErrorAt(0.999),
                sampled.getPercentile(50),
                sampled.getPercentile(99),
                sampled.getN(),
                secondary(averaged, CpuTime.NAME),
                secondary(averaged, "gc.alloc.rate.norm"));
    }

    private static double secondary(RunResult result, String name) {
        Result<?> found = result.getSecondaryResults().get(name);
        return found == null ? Double.NaN : found.getScore();
    }

    private static Statistics statistics(List<RunResult> modes, Mode mode) {
        return of(modes, mode).getPrimaryResult().getStatistics();
    }

    /** The result of a mode, or, where options chose another one, of that. */
    private static RunResult of(List<RunResult> modes, Mode mode) {
        return modes.stream()
                .filter(result -> result.getParams().getMode() == mode)
                .findFirst()
                .orElse(modes.get(0));
    }

    List<Row> rows() {
        return rows;
    }

    void write(Path folder) throws IOException {
        new BenchReport("ms per call", machine, command)
                .with("benchmark", PassagePruningBenchmark.class.getSimpleName())
                .with("results", rows)
                .write(folder, "performance-rag", page());
    }

    String page() {
        Table table = new Table(
                3,
                "scorer",
                "texts",
                "target",
                "passages",
                "mean ms",
                "± 99.9 %",
                "p50 ms",
                "p99 ms",
                "calls",
                "CPU ms",
                "MB per call");
        for (Row row : rows) {
            table.add(
                    row.scorer(),
                    row.texts(),
                    row.target(),
                    String.valueOf(row.passages()),
                    figure(row.mean()),
                    figure(row.error()),
                    figure(row.p50()),
                    figure(row.p99()),
                    String.valueOf(row.samples()),
                    figure(row.cpu()),
                    figure(row.allocatedBytes() / 1e6));
        }
        return "# Speed of pruning\n\n"
                + "Time of one call of `PassagePruner.prune`, passages of about 300 tokens of real prose (Javadoc of Guava, Commons Math and Kafka), the nearest"
                + " by BM25 to a question about them. New texts: nothing is remembered of them. Seen texts: counts and embeddings of"
                + " all passages are remembered, and the question is new. Hybrid: all-MiniLM-L6-v2, quantised, in the process."
                + " A target is met by the median.\n\n"
                + table.markdown()
                + "\nMean and allocation by JMH's AverageTime and GC profiler, percentiles by SampleTime; warmed up, one fork. CPU is the"
                + " processor time of all threads of the JVM per call, which a busy machine disturbs less.\n\n"
                + "Machine: " + machine.describe() + ".\n\nCommand: `" + command + "`\n";
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
