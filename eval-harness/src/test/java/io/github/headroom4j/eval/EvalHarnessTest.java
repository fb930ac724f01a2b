package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.headroom4j.eval.job.EvalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalHarnessTest {

    private final Path project;
    private final IncidentFixture fixture;

    EvalHarnessTest(@TempDir Path project) {
        this.project = project;
        fixture = IncidentFixture.in(project.resolve("datasets"), 3);
    }

    @Test
    void should_write_the_same_bytes_on_every_run() throws IOException {
        String printed = run("--reports", "first");
        run("--reports", "second", "--fresh");

        for (String file : List.of("summary.md", "report.json", "report.csv", "junit.xml", "report.html")) {
            assertThat(project.resolve("second").resolve(file))
                    .hasSameBinaryContentAs(project.resolve("first").resolve(file));
        }
        assertThat(printed).contains("3 cases × 8 arms", "3/3 cases", "too few", "log-triage  headroom");
        assertThat(project.resolve("first/.journal")).doesNotExist();
        assertThat(Files.readString(project.resolve("first/summary.md")))
                .contains("-Dexec.args=\"--workloads log-triage\"")
                .doesNotContain(project.toString());
    }

    @Test
    void should_save_exactly_nothing_and_lose_exactly_nothing_when_nothing_is_done() throws IOException {
        run("--arms", "none-again");
        assertThat(Files.readString(project.resolve("reports/report.json")))
                .containsPattern(
                        "\"arm\" : \"none-again\"[^}]*}[^}]*}[^}]*\"saved\" : \\{\\s*\"value\" : 0,\\s*\"lower\" : 0,\\s*\"upper\" : 0")
                .containsPattern("\"f1Difference\" : \\{\\s*\"value\" : 0,\\s*\"lower\" : 0,\\s*\"upper\" : 0");
        assertThat(Files.readAllLines(project.resolve("reports/report.csv"))).hasSize(1 + 3 * 2);
    }

    @Test
    void lines_drawn_at_random_should_do_worse_than_the_raw_results() throws IOException {
        run("--arms", "random,headroom");
        List<String> rows = Files.readAllLines(project.resolve("reports/report.csv"));
        assertThat(f1(rows, "none")).isGreaterThan(0.9);
        assertThat(f1(rows, "random")).isLessThan(f1(rows, "none") - 0.2);
    }

    private static double f1(List<String> rows, String arm) {
        return rows.stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> cells[5].equals(arm))
                .mapToDouble(cells -> Double.parseDouble(cells[9]))
                .average()
                .orElseThrow();
    }

    @Test
    void should_go_on_where_an_interrupted_run_was() throws IOException {
        run("--reports", "whole");
        // A run that was killed leaves some results and a torn line.
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> EvalHarness.run(project, killedAt("2/3 cases"), arguments("--reports", "interrupted")))
                .withMessage("killed");
        Path interrupted = project.resolve("interrupted");
        Path file;
        try (Stream<Path> files = Files.list(interrupted.resolve(".journal"))) {
            file = files.findFirst().orElseThrow();
        }
        List<String> journal = Files.readAllLines(file);
        assertThat(journal).hasSizeBetween(2 * 8, 3 * 8);
        Files.writeString(file, Files.readString(file) + "{\"subject\":{\"wor", StandardCharsets.UTF_8);

        String printed = run("--reports", "interrupted");

        assertThat(printed).contains("going on after " + journal.size() + " results");
        for (String report : List.of("summary.md", "report.json", "report.csv")) {
            assertThat(interrupted.resolve(report))
                    .hasSameBinaryContentAs(project.resolve("whole").resolve(report));
        }
    }

    @Test
    void should_update_the_table_in_a_readme() throws IOException {
        Path readme = Files.writeString(
                project.resolve("README.md"), "# A\n<!-- results:begin -->\nold\n<!-- results:end -->\nrest\n");
        run("--limit", "1", "--arms", "headroom", "--readme", "README.md");
        String once = Files.readString(readme);
        assertThat(once)
                .startsWith("# A\n<!-- results:begin -->\n| workload | arm |")
                .endsWith("<!-- results:end -->\nrest\n")
                .doesNotContain("old");
        run("--limit", "1", "--arms", "headroom", "--readme", "README.md");
        assertThat(Files.readString(readme)).isEqualTo(once);
    }

    @Test
    void should_print_help() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalHarness.run(project, new PrintStream(out, true, StandardCharsets.UTF_8), "--help");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--workloads", "--arms", "--fresh", "--readme");
    }

    @Test
    void should_say_that_nothing_can_be_swept_where_the_questions_are_missing() {
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> EvalHarness.run(project, out, "sweep-rag"))
                .withMessageContaining("manifest.json: no such file");
        ByteArrayOutputStream help = new ByteArrayOutputStream();
        EvalHarness.run(project, new PrintStream(help, true, StandardCharsets.UTF_8), "sweep-rag", "--help");
        assertThat(help.toString(StandardCharsets.UTF_8)).contains("--passages", "rag-curve.svg");
    }

    @Test
    void should_name_what_is_wrong_with_options() {
        assertFails("--arms", "zip", "unknown arm 'zip'; known are none, none-again, lossless");
        assertFails("--workloads", "poetry", "unknown workload 'poetry'; known are log-triage");
        assertFails("--split", "train", "unknown split 'train'; known are dev, test, all");
        assertFails("--limit", "many", "--limit");
        assertFails("--datasets", "nowhere", "nowhere is no folder");
        assertFails("--readme", "none.md", "none.md");
    }

    @Test
    void should_name_file_and_field_or_line_when_data_are_broken() {
        assertBroken("\"split\": \"dev\"", "\"split\": \"train\"", "field 'split' must be dev or test");
        assertBroken(
                "\"line\": 241, ",
                "\"line\": 9999, ",
                "field 'gold.onset.line' is 9999, but postgres has lines 1 to 241");
        assertBroken("\"question\"", "\"demand\"", "field 'question' is missing");
        assertBroken(
                "\"services\": [\"app\"", "\"services\": [\"../../app\"", "field 'services[0]' must be a plain name");
        assertBroken("CONNECTION_REFUSED", "BAD_LUCK", "is not among the manifest's errorClasses: BAD_LUCK");
        assertBroken("ERROR|WARN", "ERROR|(", "field 'toolCalls[1].arguments.pattern' is no regular expression");
        assertBroken("fetch_metrics", "fetch_tea", "field 'toolCalls[0].tool' is none of");
        assertBroken(
                "\"rootService\": \"postgres\"",
                "\"rootService\": \"redis\"",
                "names no service of this incident: redis");
        assertBroken("\"services\": [\"app\"", "\"services\": [\"web\", \"app\"", "web.log.gz: no such file");
        assertBroken("\"services\": [", "\"services\" [", "line 2 is not valid JSON");
    }

    /** A stream on which the run dies when it wants to print a line. */
    private static PrintStream killedAt(String line) {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String printed) {
                if (line.equals(printed)) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }

    private void assertBroken(String from, String to, String message) {
        String file = "incidents/toy-0/incident.json";
        fixture.edit(file, from, to);
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> run("--limit", "1"))
                .withMessageContaining("toy-0")
                .withMessageContaining(message);
        fixture.edit(file, to, from);
    }

    private void assertFails(String option, String value, String message) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> run("--limit", "1", option, value))
                .withMessageContaining(message);
    }

    private String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalHarness.run(project, new PrintStream(out, true, StandardCharsets.UTF_8), arguments(args));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String[] arguments(String... args) {
        List<String> all = new ArrayList<>();
        if (!List.of(args).contains("--workloads")) {
            all.addAll(List.of("--workloads", "log-triage"));
        }
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }
}
