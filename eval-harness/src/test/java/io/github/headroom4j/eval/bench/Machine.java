package io.github.headroom4j.eval.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where figures were measured. Immutable.
 *
 * @param processor its name, or the architecture where the system does not tell
 * @param processors how many the JVM may use
 * @param system operating system
 * @param jdk vendor and version
 * @param load how many threads wanted a processor in the minute before, -1 if unknown; more than 0.5 spoils figures
 * @param commit the commit, with "+" if something was changed since, or "unknown"
 */
record Machine(String processor, int processors, String system, String jdk, double load, String commit) {

    static Machine here(Path project) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                commit(project));
    }

    private static String processorName() {
        Path file = Path.of("/proc/cpuinfo");
        if (Files.isReadable(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }

    private static String commit(Path project) {
        String commit = git(project, "rev-parse", "--short=12", "HEAD");
        boolean changed =
                !git(project, "status", "--porcelain", "--untracked-files=no").isEmpty();
        return commit.isEmpty() ? "unknown" : changed ? commit + "+" : commit;
    }

    private static String git(Path project, String... arguments) {
        String[] command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new);
        try {
            Process git = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? out : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s, %s, load %.1f before the run, commit %s",
                processor,
                processors,
                system,
                jdk,
                load,
                commit);
    }
}
