package io.github.headroom4j.eval;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A small made-up data set: a shop whose database is stopped. Tests change a word of it to see what happens. */
public final class IncidentFixture {

    private final Path folder;

    private IncidentFixture(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes incidents.
     *
     * @param datasets where to
     * @param incidents how many
     * @return the fixture
     */
    public static IncidentFixture in(Path datasets, int incidents) {
        IncidentFixture fixture = new IncidentFixture(datasets.resolve("log-triage"));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < incidents; i++) {
            ids.add("\"toy-" + i + "\"");
            fixture.incident(i);
        }
        fixture.write(
                "manifest.json",
                "{\"format\":1,\"workload\":\"log-triage\",\"incidents\":" + ids
                        + ",\n\"errorClasses\":[\"CONNECTION_REFUSED\"]}");
        return fixture;
    }

    /**
     * Replaces text in a file.
     *
     * @param file relative to the workload's folder
     * @param from what is there
     * @param to what shall be there
     * @return the changed file
     */
    public Path edit(String file, String from, String to) {
        try {
            String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " does not hold " + from);
            }
            return write(file, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void incident(int number) {
        StringBuilder app = new StringBuilder();
        StringBuilder postgres = new StringBuilder();
        for (int second = 0; second < 300; second++) {
            String time = String.format(Locale.ROOT, "2026-11-22T10:%02d:%02d.%03dZ", second / 60, second % 60, number);
            app.append(time)
                    .append(" INFO shop.Cart - cart ")
                    .append(second * 31 + number)
                    .append(" has 3 items\n");
            if (second < 240) {
                postgres.append(time)
                        .append(" LOG: statement took ")
                        .append(second % 7)
                        .append(" ms\n");
            } else if (second == 240) {
                postgres.append(time).append(" LOG: received fast shutdown request\n");
            } else if (second % 2 == 1) {
                app.append(time)
                        .append(" ERROR shop.Cart - cart ")
                        .append(second)
                        .append(" failed: org.postgresql.util.PSQLException: Connection to localhost:5432 refused\n");
            }
        }
        String id = "incidents/toy-" + number + "/";
        log(id + "app.log.gz", app.toString());
        log(id + "postgres.log.gz", postgres.toString());
        write(
                id + "metrics.json",
                "[{\"service\":\"app\",\"cpu\":" + number + "},{\"service\":\"postgres\",\"cpu\":2}]\n");
        write(id + "incident.json", incidentJson(number));
    }

    private static String incidentJson(int number) {
        return """
                {"id": "toy-%d", "system": "toy", "fault": "stop %d", "split": "%s", "tier": "typical",
                 "services": ["app", "postgres"],
                 "question": "Carts fail since about 10:04. Root service, class, onset, evidence?",
                 "toolCalls": [
                  {"tool": "fetch_metrics", "arguments": {}},
                  {"tool": "grep_logs", "arguments": {"pattern": "ERROR|WARN"}},
                  {"tool": "fetch_logs", "arguments": {"service": "app"}},
                  {"tool": "fetch_logs", "arguments": {"service": "postgres"}}],
                 "gold": {"rootService": "postgres", "errorClass": "CONNECTION_REFUSED",
                  "onset": {"service": "postgres", "line": 241, "time": "10:04:00"},
                  "evidence": [{"service": "postgres", "line": 241}, {"service": "app", "line": 243}]}}
                """.formatted(number, number, number % 2 == 0 ? "dev" : "test");
    }

    private Path write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void log(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
