package io.github.headroom4j.eval.command;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.headroom4j.eval.IncidentFixture;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalJob;
import io.github.headroom4j.eval.job.RunReader;
import io.github.headroom4j.eval.reader.model.limit.FakePause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whole runs with a language model that is a server on this machine. */
class ModelReaderRunTest {

    private static final String KEY = "sk-secret-0123456789";

    @RegisterExtension
    private static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Path project;
    private final FakePause pause = new FakePause();

    ModelReaderRunTest(@TempDir Path project) {
        this.project = project;
        IncidentFixture.in(project.resolve("datasets"), 3);
    }

    @Test
    void should_run_a_workload_with_any_server_that_has_openais_interface() throws IOException {
        answers("{\\\"items\\\":[\\\"root:postgres\\\",\\\"class:CONNECTION_REFUSED\\\"]}");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandTree.run(
                EvalContext.of(project, new PrintStream(out, true, StandardCharsets.UTF_8)),
                arguments("--arms", "headroom", "--limit", "2"));

        JsonNode results = results("reports");
        assertThat(results.at("/manifest/reader").asText()).isEqualTo("openai");
        assertThat(results.at("/manifest/model")).isEqualTo(json("""
            {"name":"m","settings":"temperature 0.0, answers of at most 1024 tokens","repeats":1}\
            """));
        assertThat(problems("reports")).isEmpty();
        for (JsonNode row : results.path("summaries")) {
            // Two of four or five gold items: root and class, but no lines.
            assertThat(row.path("f1").asDouble()).isBetween(0.5, 0.67);
            assertThat(row.at("/reading/answers").asInt()).isEqualTo(2);
            assertThat(row.at("/reading/failed").asInt()).isZero();
            assertThat(row.at("/reading/inputTokens").asInt()).isEqualTo(2 * 500);
        }
        assertThat(Files.readString(project.resolve("reports/summary.md")))
                .contains("`m` (openai)", "## What the model answered", "--reader openai --model m")
                .doesNotContain("deterministic programs");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("spent: 2000 tokens in, 40 out", "language model");
        SERVER.verify(
                4,
                postRequestedFor(anyUrl())
                        .withRequestBody(containing("onset:<service>:<log line>"))
                        .withRequestBody(containing("CONNECTION_REFUSED")));
    }

    @Test
    void what_a_model_looks_up_should_be_charged() throws IOException {
        answers("{\\\"items\\\":[]}");
        SERVER.stubFor(post(anyUrl())
                .atPriority(1)
                .withRequestBody(containing("headroom_retrieve ref="))
                .withRequestBody(notContaining("look_0_0_0"))
                .willReturn(okJson("""
                    {"choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","tool_calls":[
                     {"id":"a","type":"function","function":{"name":"grep_logs","arguments":"{\\"pattern\\":\\"ERROR|WARN\\"}"}},
                     {"id":"a","type":"function","function":{"name":"fetch_logs","arguments":"{\\"service\\":\\"moon\\"}"}}]}}]}\
                    """)));
        run("--arms", "headroom", "--limit", "1");
        JsonNode headroom = arm(results("reports"), "headroom");
        assertThat(headroom.at("/reading/lookups").asInt()).isEqualTo(2);
        assertThat(headroom.at("/after/requests").asInt())
                .isEqualTo(headroom.at("/before/requests").asInt() + 1);
        SERVER.verify(1, postRequestedFor(anyUrl()).withRequestBody(containing("this call is not in it")));
    }

    @Test
    void errors_and_replies_that_cannot_be_read_should_count_as_wrong() throws IOException {
        answers("It was the database, I am sure.");
        run("--arms", "none-again", "--limit", "2");
        for (JsonNode row : results("reports").path("summaries")) {
            assertThat(row.path("f1").asDouble()).isZero();
            assertThat(row.at("/reading/failures/unparsed").asInt()).isEqualTo(2);
        }
        SERVER.resetAll();
        SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "3")));
        run("--arms", "none-again", "--limit", "1", "--retries", "2", "--fresh");
        JsonNode row = arm(results("reports"), "none");
        assertThat(row.path("f1").asDouble()).isZero();
        assertThat(row.at("/reading/failures/server-error").asInt()).isEqualTo(1);
        assertThat(pause.waits()).containsOnly(Duration.ofSeconds(3)).hasSize(4);
        assertThat(Files.readString(project.resolve("reports/summary.md"))).contains("1 server-error");
    }

    @Test
    void should_stop_when_the_budget_is_spent_and_go_on_where_it_was() throws IOException {
        answers("{\\\"items\\\":[\\\"root:postgres\\\"]}");
        run("--arms", "headroom", "--reports", "whole", "--concurrency", "1");
        int requests = 3 * 2;
        SERVER.resetRequests();

        // Room for two answers, each of which the server counts as 510 tokens, beside the estimate of a raw session.
        String cap = String.valueOf(estimate() + 600);
        String[] limited = {
            "--arms", "headroom", "--reports", "limited", "--concurrency", "1", "--max-tokens-spent", cap
        };
        int runs = 1;
        int results = 0;
        while (!Files.exists(project.resolve("limited/report.json"))) {
            try {
                run(limited);
            } catch (EvalException e) {
                assertThat(e).hasMessageContaining("the budget of " + cap + " tokens is spent");
                assertThat(e).hasMessageContaining("the same command goes on from there");
                int kept = journaled("limited");
                assertThat(kept).as("results of run " + runs).isGreaterThan(results);
                results = kept;
                runs++;
            }
        }

        assertThat(runs).isGreaterThan(1);
        SERVER.verify(requests, postRequestedFor(anyUrl()));
        for (String file : List.of("summary.md", "report.json", "report.csv")) {
            assertThat(project.resolve("limited").resolve(file))
                    .hasSameBinaryContentAs(project.resolve("whole").resolve(file));
        }
    }

    /** What the first request may take, as a run says that may take nothing. */
    private int estimate() {
        EvalException stopped = catchThrowableOfType(
                EvalException.class, () -> run("--limit", "1", "--arms", "headroom", "--max-tokens-spent", "1"));
        Matcher tokens = Pattern.compile("may take (\\d+)").matcher(String.valueOf(stopped.getMessage()));
        assertThat(tokens.find()).isTrue();
        return Integer.parseInt(tokens.group(1));
    }

    @Test
    void should_stop_when_it_would_cost_too_much() {
        answers("{\\\"items\\\":[]}");
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() ->
                        run("--max-cost", "0.000001", "--price-input", "1", "--price-output", "2", "--limit", "1"))
                .withMessageContaining("the budget of 0.000001 is spent: 0 tokens in, 0 out, cost 0");
        SERVER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void should_record_and_replay_the_same_without_a_server() throws IOException {
        answers("{\\\"items\\\":[\\\"root:postgres\\\"]}");
        run("--arms", "headroom,none-again", "--reports", "recorded", "--record", "tape", "--repeats", "2");
        int asked = SERVER.getAllServeEvents().size();
        // Three cases, three arms, two draws; the arm that repeats the baseline is asked anew.
        assertThat(asked).isEqualTo(3 * 3 * 2);
        SERVER.resetAll();

        run("--arms", "headroom,none-again", "--reports", "replayed", "--replay", "tape", "--repeats", "2");

        assertThat(SERVER.getAllServeEvents()).isEmpty();
        for (String file : List.of("summary.md", "report.json", "report.csv")) {
            assertThat(project.resolve("replayed").resolve(file))
                    .hasSameBinaryContentAs(project.resolve("recorded").resolve(file));
        }
        JsonNode row = arm(results("replayed"), "headroom");
        assertThat(row.at("/reading/f1PerRepeat")).hasSize(2);
        assertThat(row.at("/reading/f1Spread").asDouble()).isZero();
        assertThat(row.at("/reading/answers").asInt()).isEqualTo(6);
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> run("--arms", "headroom", "--replay", "tape", "--max-output-tokens", "9"))
                .withMessageContaining("is recorded in")
                .withMessageContaining("differs in 1 place: /parameters/maxOutputTokens is '9', recorded was '1024'");
    }

    @Test
    void should_tell_how_far_answers_to_the_same_question_lie_apart() throws IOException {
        answers("{\\\"items\\\":[]}");
        SERVER.stubFor(post(anyUrl())
                .atPriority(1)
                .withRequestBody(containing("\"seed\" : 8"))
                .willReturn(okJson(body("{\\\"items\\\":[\\\"root:postgres\\\"]}"))));
        run("--arms", "none", "--seed", "7", "--repeats", "2", "--limit", "1");
        JsonNode reading = arm(results("reports"), "none").path("reading");
        assertThat(reading.at("/f1PerRepeat/0").asDouble()).isZero();
        double second = reading.at("/f1PerRepeat/1").asDouble();
        assertThat(second).isGreaterThan(0.2);
        assertThat(arm(results("reports"), "none").path("f1").asDouble()).isEqualTo(second / 2, within(1e-6));
        assertThat(reading.path("f1Spread").asDouble()).isEqualTo(second / Math.sqrt(2), within(1e-5));
    }

    @Test
    void the_key_should_go_to_the_server_and_nowhere_else() throws IOException {
        answers("{\\\"items\\\":[]}");
        String printed = run("--limit", "1", "--arms", "none", "--record", "tape");
        SERVER.verify(1, postRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + KEY)));
        SERVER.resetAll();
        SERVER.stubFor(post(anyUrl())
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"not with " + KEY + "\"}")));
        printed += run("--limit", "2", "--arms", "none", "--record", "tape");
        assertThat(printed).doesNotContain(KEY);
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".gz")) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContain(KEY);
                }
            }
        }
        SERVER.resetAll();
        SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(401).withBody("bad key " + KEY)));
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> run("--limit", "1", "--arms", "none", "--fresh"))
                .withMessageContaining("HTTP 401")
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain(KEY));
    }

    /** The options of the command that count here, so that a test can have a clock and an environment of its own. */
    @Command
    private static final class Options {

        @Mixin
        private final SelectionOptions selection = new SelectionOptions();

        @Mixin
        private final FolderOptions folders = new FolderOptions();

        @Mixin
        private final ReaderOptions reading = new ReaderOptions();

        @Option(names = "--fresh")
        private boolean fresh;
    }

    private static void answers(String content) {
        SERVER.stubFor(post(anyUrl()).atPriority(9).willReturn(okJson(body(content))));
    }

    private static String body(String content) {
        return """
            {"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"%s"}}],
             "usage":{"prompt_tokens":500,"completion_tokens":10,"total_tokens":510}}\
            """.formatted(content);
    }

    private String run(String... args) {
        return job(arguments(args), Map.of("OPENAI_API_KEY", KEY));
    }

    private String job(String[] args, Map<String, String> environment) {
        Options parsed = new Options();
        new CommandLine(parsed).parseArgs(args);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalContext context = EvalContext.of(project, new PrintStream(out, true, StandardCharsets.UTF_8));
        try (RunReader reader = new ReaderFactory(parsed.reading, project, environment::get, pause).make()) {
            new EvalJob(parsed.selection.selection(), parsed.folders.in(context), context.out())
                    .fresh(parsed.fresh)
                    .reader(reader)
                    .run();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String[] arguments(String... args) {
        List<String> all = new ArrayList<>(List.of(
                "--workloads",
                "log-triage",
                "--reader",
                "openai",
                "--model",
                "m",
                "--base-url",
                SERVER.baseUrl() + "/v1"));
        if (!List.of(args).contains("--reports")) {
            all.addAll(List.of("--reports", "reports"));
        }
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    private int journaled(String reports) throws IOException {
        int lines = 0;
        try (Stream<Path> files = Files.list(project.resolve(reports).resolve(".journal"))) {
            for (Path file : files.toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }

    private JsonNode results(String reports) throws IOException {
        return json(Files.readString(project.resolve(reports).resolve("report.json")));
    }

    /** What the report says that the schema beside it does not allow. */
    private List<String> problems(String reports) throws IOException {
        Path folder = project.resolve(reports);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(folder.resolve("report.schema.json")), InputFormat.JSON);
        return schema.validate(Files.readString(folder.resolve("report.json")), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode arm(JsonNode results, String arm) {
        for (JsonNode row : results.path("summaries")) {
            if (row.path("arm").asText().equals(arm)) {
                return row;
            }
        }
        throw new AssertionError("no arm " + arm);
    }

    private static JsonNode json(String text) throws IOException {
        return JsonMapper.builder().build().readTree(text);
    }
}
