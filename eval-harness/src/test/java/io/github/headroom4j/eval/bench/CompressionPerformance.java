package io.github.headroom4j.eval.bench;

import io.github.headroom4j.eval.report.ReadmeBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of compression and writes {@code performance.md} and {@code .json}: into {@code reports/} if everything ran
 * as declared, into {@code target/bench/} if options of JMH chose or changed something.
 */
public final class CompressionPerformance {

    /** The benchmarks, in the order of the report. */
    static final List<Class<?>> BENCHMARKS = List.of(
            CompressionBenchmark.class,
            StageBenchmark.class,
            MemoryBenchmark.class,
            OriginalsBenchmark.class,
            ConcurrencyBenchmark.class,
            ColdStartBenchmark.class);

    private static final String CHARS = "chars";
    private static final String[] SHORT = {"1000", "10000"};
    private static final String[] LONG = {"100000", "1000000", "10000000"};

    /** What costs little a call takes longer until the compiler has seen enough of it: 20 instead of 6 seconds. */
    private static final int WARM_UP_OF_SHORT = 10;

    private CompressionPerformance() {}

    /**
     * Runs them.
     *
     * @param args options of JMH, for instance {@code -p kind=logs/typical}; none for the published run
     * @throws CommandLineOptionException if JMH does not know an option
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the report cannot be written
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        Bench.tellForksTheClassPath();
        Path project = Bench.project();
        Machine machine = Machine.here(project);
        List<SpeedRow> rows = new ArrayList<>();
        if (args.length == 0) {
            rows.addAll(run(shortTexts()));
            rows.addAll(run(longTexts()));
            rows.addAll(run(options(new CommandLineOptions(), BENCHMARKS.subList(1, BENCHMARKS.size()))));
        } else {
            CommandLineOptions chosen = new CommandLineOptions(args);
            rows.addAll(run(options(chosen, chosen.getIncludes().isEmpty() ? BENCHMARKS : List.of())));
        }
        Path folder = Bench.folder(project, args);
        write(folder, rows, machine, Bench.command(CompressionPerformance.class, args));
        if (args.length == 0) {
            ReadmeBlock.put(project.resolve("README.md"), "speed", new SpeedPage(rows).brief(machine));
        }
        System.out.println("reports: " + folder.resolve("performance.md") + ", .json");
    }

    private static ChainedOptionsBuilder shortTexts() throws CommandLineOptionException {
        return options(new CommandLineOptions(), List.of(CompressionBenchmark.class))
                .param(CHARS, SHORT)
                .warmupIterations(WARM_UP_OF_SHORT);
    }

    private static ChainedOptionsBuilder longTexts() throws CommandLineOptionException {
        return options(new CommandLineOptions(), List.of(CompressionBenchmark.class))
                .param(CHARS, LONG);
    }

    private static ChainedOptionsBuilder options(CommandLineOptions chosen, List<Class<?>> benchmarks) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(chosen)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        benchmarks.forEach(benchmark -> options.include(benchmark.getName()));
        return options;
    }

    private static List<SpeedRow> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run().stream().map(SpeedRow::of).toList();
    }

    static void write(Path folder, List<SpeedRow> rows, Machine machine, String command) throws IOException {
        new BenchReport("ms per call", machine, command)
                .with("results", rows)
                .write(folder, "performance", new SpeedPage(rows).text(machine, command));
    }
}
