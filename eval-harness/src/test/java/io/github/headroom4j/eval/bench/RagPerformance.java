package io.github.headroom4j.eval.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of pruning and writes {@code performance-rag.md} and {@code .json}: into {@code reports/} if everything ran
 * as declared, into {@code target/bench/} if options of JMH chose or changed something.
 */
public final class RagPerformance {

    private RagPerformance() {}

    /**
     * Runs them.
     *
     * @param args options of JMH, for instance {@code -p scorer=lexical}; none for the published run
     * @throws CommandLineOptionException if JMH does not know an option
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the report cannot be written
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        Bench.tellForksTheClassPath();
        Path project = Bench.project();
        Machine machine = Machine.here(project);
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(PassagePruningBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Path folder = Bench.folder(project, args);
        Files.createDirectories(folder);
        new PerformanceReport(results, machine, Bench.command(RagPerformance.class, args)).write(folder);
        System.out.println("reports: " + folder.resolve("performance-rag.md") + ", .json");
    }
}
