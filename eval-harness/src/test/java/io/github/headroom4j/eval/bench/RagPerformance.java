package io.github.headroom4j.eval.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
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

    /** How to run all of it. */
    static final String COMMAND = "mvn -q -pl eval-harness -am test-compile exec:java -Dexec.classpathScope=test"
            + " -Dexec.mainClass=" + RagPerformance.class.getName();

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
        tellForksTheClassPath();
        Path project = project();
        Machine machine = Machine.here(project);
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(PassagePruningBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Path folder = args.length == 0
                ? project.resolve("reports")
                : project.resolve("target").resolve("bench");
        String command = args.length == 0 ? COMMAND : COMMAND + " -Dexec.args=\"" + String.join(" ", args) + "\"";
        Files.createDirectories(folder);
        new PerformanceReport(results, machine, command).write(folder);
        System.out.println("reports: " + folder.resolve("performance-rag.md") + ", .json");
    }

    /** JMH starts JVMs with this one's class path, which inside Maven is that of Maven. */
    private static void tellForksTheClassPath() {
        if (RagPerformance.class.getClassLoader() instanceof URLClassLoader loader) {
            System.setProperty(
                    "java.class.path",
                    Arrays.stream(loader.getURLs())
                            .map(RagPerformance::path)
                            .collect(Collectors.joining(System.getProperty("path.separator"))));
        }
    }

    private static String path(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }

    /** The nearest folder upwards that holds {@code reports/}. */
    private static Path project() {
        Path here = Path.of("").toAbsolutePath();
        Path root = here;
        while (root != null && !Files.isDirectory(root.resolve("reports"))) {
            root = root.getParent();
        }
        return root == null ? here : root;
    }
}
