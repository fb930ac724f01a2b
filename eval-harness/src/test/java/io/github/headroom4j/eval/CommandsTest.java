package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.CommandLineFixture.Ended;
import io.github.headroom4j.eval.job.EvalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a whole: what commands there are, what they say of themselves, and how they end. */
class CommandsTest {

    private final Path project;
    private final IncidentFixture incidents;
    private final CommandLineFixture harness;

    CommandsTest(@TempDir Path project) {
        this.project = project;
        harness = new CommandLineFixture(project);
        incidents = IncidentFixture.in(project.resolve("datasets"), 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "merge",
                "sweep-rag",
                "bench-content",
                "import",
                "list",
                "explain",
                "doctor",
                "gate",
                "compare",
                "page",
                "generate-completion"
            })
    void each_command_has_a_help_with_examples_and_exit_codes(String command) throws IOException {
        String help = harness.printed(command, "--help");
        assertThat(help).contains("Examples:", "Ends with 0");
        assertThat(help).isEqualTo(golden("help-" + command + ".txt"));
        assertThat(harness.printed("--help")).contains("\n  " + command + " ");
    }

    @Test
    void the_help_lists_commands_before_the_options_of_the_main_job() throws IOException {
        String help = harness.printed("-h");
        assertThat(help).isEqualTo(golden("help.txt"));
        assertThat(help.indexOf("doctor")).isBetween(0, help.indexOf("--workloads"));
    }

    @Test
    void versions_are_those_that_reports_name() {
        assertThat(harness.printed("--version")).contains("langchain4j-headroom ", "jtokkit ", "java ");
    }

    @Test
    void what_makes_no_sense_ends_with_2_and_suggests_what_was_meant() {
        assertUsage("Did you mean 'sweep-rag'?", "sweep-rg");
        assertUsage("Did you mean '--split'?", "run", "--splitt", "dev");
        assertUsage("run --help lists what there is", "run", "--limit", "many");
        assertUsage("Did you mean 'log-triage'?", "--workloads", "log-triag");
        assertUsage("Did you mean 'headroom'?", "--workloads", "log-triage", "--arms", "headrom");
        assertUsage("--full and --sample 3 exclude each other", "--full", "--sample", "3");
        assertUsage("--sample must be at least 1", "--sample", "0");
        assertUsage("--limit must not be negative", "--limit", "-1");
        assertUsage("unknown thing to list 'arm'", "list", "arm");
        assertUsage("Did you mean 'toy-0'?", "explain", "toy-9", "--workload", "log-triage");
        assertUsage("unknown arm 'zip'", "explain", "toy-1", "--workload", "log-triage", "--arm", "zip");
        assertUsage("--name must be a word", "generate-completion", "--name", "$(reboot)");
    }

    private void assertUsage(String message, String... args) {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> harness.run(args))
                .withMessageContaining(message)
                .returns(EvalException.USAGE, EvalException::exitCode);
    }

    @Test
    void run_is_what_happens_without_a_command() {
        harness.run("--workloads", "log-triage", "--arms", "headroom", "--reports", "one");
        harness.run("run", "--workloads", "log-triage", "--arms", "headroom", "--reports", "two");
        assertThat(project.resolve("two/report.json")).hasSameBinaryContentAs(project.resolve("one/report.json"));
    }

    @Test
    void a_sample_says_in_the_report_that_it_is_one() throws IOException {
        harness.run("--workloads", "log-triage", "--arms", "headroom", "--sample", "2");
        assertThat(Files.readString(project.resolve("reports/report.json"))).contains("--sample 2", "\"cases\" : 2");
        harness.run("--workloads", "log-triage", "--arms", "headroom", "--full", "--reports", "full");
        assertThat(Files.readString(project.resolve("full/report.json"))).contains("--full", "\"cases\" : 3");
    }

    @Test
    void list_names_what_options_can_name() throws IOException {
        String printed = harness.printed("list", "--workloads", "log-triage");
        assertThat(printed)
                .contains("log-triage      3           3         3  dev 2, test 1  typical 3")
                .contains("headroom", "by default", "always", "reversible", "deterministic", "squad");
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(harness.printed("list", "cases", "--workload", "log-triage", "--split", "dev", "--json"));
        assertThat(json.path("cases").findValuesAsText("id")).containsExactly("toy-0", "toy-2");
        assertThat(json.path("cases").path(0).path("calls").asInt()).isEqualTo(4);
    }

    @Test
    void list_says_which_data_are_missing() {
        assertThat(harness.printed("list", "workloads")).contains("code-search", "manifest.json");
    }

    @Test
    void explain_shows_a_case_side_by_side() throws IOException {
        assertThat(harness.printed("explain", "toy-1")).isEqualTo(golden("explain.txt"));
        String full = harness.printed("explain", "toy-1", "--arm", "head", "--full");
        assertThat(full)
                .contains(
                        "toy-1 of log-triage", "lost", "missed", "2026-11-22T10:04:00.001Z LOG: received fast shutdown")
                .doesNotContain("--full shows them");
    }

    @Test
    void a_page_loads_nothing_and_takes_nothing_of_a_case_for_markup() throws IOException {
        incidents.edit(
                "incidents/toy-1/incident.json",
                "Carts fail",
                "<script>alert('x')</script><img src=https://example.org/a.png> \\u202e Carts fail");
        Ended ended = harness.run("explain", "toy-1", "--html", "target/deep/case.html");
        String page = Files.readString(project.resolve("target/deep/case.html"));

        assertThat(ended.printed()).isEqualTo("page: " + project.resolve("target/deep/case.html") + "\n");
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "default-src 'none'; style-src 'unsafe-inline'", "&lt;script&gt;alert(&#39;x&#39;)", "matched")
                .contains("class=\"tag visible\"", "how the library came to it")
                .doesNotContain("<script", "<img", "<link", "src=\"", "url(", "\u202e");
        harness.run("explain", "toy-1", "--html", "again.html");
        assertThat(project.resolve("again.html")).hasContent(page);
    }

    @Test
    void doctor_says_what_is_missing_and_ends_with_1() {
        Ended ended = harness.run("doctor");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.printed())
                .contains("ok    JDK: Java ", "ok    data of log-triage: 3 cases", "fail  data of code-search: ")
                .contains("restore datasets/ with git", "ok    embedding model: ", "of the checks failed");
        assertThat(project.resolve("reports")).doesNotExist();
    }

    @Test
    void completion_knows_commands_and_options() {
        assertThat(harness.printed("generate-completion", "--name", "headroom-eval"))
                .contains("headroom-eval", "'--workloads'", "bench-content", "explain");
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = CommandsTest.class.getResourceAsStream("golden-" + file)) {
            return in == null ? "no golden file " + file : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
