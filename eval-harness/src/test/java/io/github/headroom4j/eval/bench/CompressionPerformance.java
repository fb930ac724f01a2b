package io.github.headroom4j.eval.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.report.ReadmeBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
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
        CommandLineOptions chosen = new CommandLineOptions(args);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(chosen).addProfiler(GCProfiler.class).shouldFailOnError(true);
        if (chosen.getIncludes().isEmpty()) {
            BENCHMARKS.forEach(benchmark -> options.include(benchmark.getName()));
        }
        List<SpeedRow> rows =
                new Runner(options.build()).run().stream().map(SpeedRow::of).toList();
        Path folder = Bench.folder(project, args);
        write(folder, rows, machine, Bench.command(CompressionPerformance.class, args));
        if (args.length == 0) {
            ReadmeBlock.put(project.resolve("README.md"), "speed", new SpeedPage(rows).brief(machine));
        }
        System.out.println("reports: " + folder.resolve("performance.md") + ", .json");
    }

    static void write(Path folder, List<SpeedRow> rows, Machine machine, String command) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", 1);
        root.put("unit", "ms per call");
        root.put("machine", machine);
        root.put("command", command);
        root.put("results", rows);
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("performance.md"), new SpeedPage(rows).text(machine, command), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("performance.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n",
                StandardCharsets.UTF_8);
    }
}
