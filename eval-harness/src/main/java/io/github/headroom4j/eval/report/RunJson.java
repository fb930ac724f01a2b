package io.github.headroom4j.eval.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What differs from run to run: commit, clock, machine, times. None of it is in the reports, which must be the same bytes for
 * one commit on every machine; a committed file can not name the commit that it is in.
 */
final class RunJson {

    private static final int GIT_SECONDS = 10;

    private final Path folder;

    /** About a run that writes into a folder, whose repository is named. */
    RunJson(Path folder) {
        this.folder = folder;
    }

    String text(long nanos, Latencies latencies) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("commit", git("rev-parse", "HEAD"));
        values.put(
                "uncommittedChanges",
                !git("status", "--porcelain", "--untracked-files=no").isEmpty());
        values.put("finished", Clock.systemUTC().instant().toString());
        values.put("seconds", TimeUnit.NANOSECONDS.toSeconds(nanos));
        values.put("processors", Runtime.getRuntime().availableProcessors());
        values.put("maxHeapMiB", Runtime.getRuntime().maxMemory() >> 20);
        for (String property : new String[] {"java.version", "java.vendor", "os.name", "os.arch"}) {
            values.put(property, System.getProperty(property));
        }
        values.put("latency", latencies.rows());
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(values) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers are JSON", e);
        }
    }

    /** What git says, or nothing where there is no git or no repository. */
    private String git(String... arguments) {
        try {
            Process git = new ProcessBuilder(command(arguments))
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(GIT_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String[] command(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return command;
    }
}
