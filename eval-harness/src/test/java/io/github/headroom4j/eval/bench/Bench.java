package io.github.headroom4j.eval.bench;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Param;

/** What every run of benchmarks needs to know of its surroundings. */
final class Bench {

    private Bench() {}

    /** JMH starts JVMs with this one's class path, which inside Maven is that of Maven. */
    static void tellForksTheClassPath() {
        if (Bench.class.getClassLoader() instanceof URLClassLoader loader) {
            System.setProperty(
                    "java.class.path",
                    Arrays.stream(loader.getURLs())
                            .map(Bench::path)
                            .collect(Collectors.joining(System.getProperty("path.separator"))));
        }
    }

    private static String path(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }

    /** The nearest folder upwards that holds {@code reports/}. */
    static Path project() {
        Path here = Path.of("").toAbsolutePath();
        Path root = here;
        while (root != null && !Files.isDirectory(root.resolve("reports"))) {
            root = root.getParent();
        }
        return root == null ? here : root;
    }

    /** Where reports of a run go: with the published ones only if everything ran as declared. */
    static Path folder(Path project, String... args) {
        return args.length == 0
                ? project.resolve("reports")
                : project.resolve("target").resolve("bench");
    }

    /** Every type and tier of which there is a text. */
    static List<String> kinds() {
        try {
            return List.of(CompressionBenchmark.class
                    .getField("kind")
                    .getAnnotation(Param.class)
                    .value());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the benchmark of compression has no kinds", e);
        }
    }

    /** How to run all benchmarks of a main class again. */
    static String command(Class<?> main, String... args) {
        String command = "mvn -q -pl eval-harness -am test-compile exec:java -Dexec.classpathScope=test"
                + " -Dexec.mainClass=" + main.getName();
        return args.length == 0 ? command : command + " -Dexec.args=\"" + String.join(" ", args) + "\"";
    }
}
