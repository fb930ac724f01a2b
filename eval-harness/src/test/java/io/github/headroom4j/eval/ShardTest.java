package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.job.EvalException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is spread over machines, and put together again. */
class ShardTest {

    private static final String[] LOGS = {"--workloads", "log-triage"};

    private final Path project;
    private final CommandLineFixture harness;

    ShardTest(@TempDir Path project) {
        this.project = project;
        harness = new CommandLineFixture(project);
        IncidentFixture.in(project.resolve("datasets"), 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void merged_reports_are_those_of_a_run_that_was_never_split(int shards) throws IOException {
        harness.run(with(LOGS, "--reports", "whole"));
        for (int i = shards; i >= 1; i--) {
            String printed = harness.printed(with(LOGS, "--reports", "machine-" + i, "--shard", i + "/" + shards));
            assertThat(printed).contains("shard " + i + " of " + shards + ": ", "shard-" + i + "-of-" + shards);
        }
        List<String> merge = new ArrayList<>(List.of("merge", "--reports", "merged"));
        for (int i = 1; i <= shards; i++) {
            merge.add("machine-" + i);
        }
        String printed = harness.printed(merge.toArray(String[]::new));

        assertThat(printed).contains("log-triage  headroom", "reports: ");
        assertSameReports("whole", "merged");
        assertThat(cases(shards)).containsExactlyInAnyOrder("toy-0", "toy-1", "toy-2", "toy-3", "toy-4");
    }

    /** Every case once, in whichever shard. */
    private List<String> cases(int shards) throws IOException {
        List<String> cases = new ArrayList<>();
        for (int i = 1; i <= shards; i++) {
            Path file = project.resolve("machine-" + i).resolve("shard-" + i + "-of-" + shards + ".jsonl");
            try (Stream<String> lines = Files.lines(file)) {
                lines.skip(1)
                        .filter(line -> line.contains("\"arm\":\"none\""))
                        .map(line -> line.replaceFirst(".*\"id\":\"(toy-.)\".*", "$1"))
                        .forEach(cases::add);
            }
        }
        return cases;
    }

    @Test
    void imported_cases_can_be_split_too() throws IOException {
        importManual();
        String[] run = {"run", "--cases", "cases.jsonl", "--arms", "headroom"};
        harness.run(with(run, "--reports", "whole"));
        harness.run(with(run, "--shard", "1/2"));
        harness.run(with(run, "--shard", "2/2"));
        String printed = harness.printed("merge", "target/shards");

        // Where a run of other people's data writes, not among the project's own reports.
        assertThat(printed).contains("reports: " + project.resolve("target/imported"));
        assertSameReports("whole", "target/imported");
        assertThat(project.resolve("target/imported/rag.csv")).hasSameBinaryContentAs(project.resolve("whole/rag.csv"));
    }

    private void importManual() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (EvalCase one : RagFixture.cases()) {
            List<Map<String, Object>> passages = new ArrayList<>();
            for (int i = 0; i < one.passages().size(); i++) {
                int index = i;
                passages.add(Map.of(
                        "title", one.passages().get(i).title(),
                        "text", one.passages().get(i).text(),
                        "gold", one.evidence().stream().anyMatch(evidence -> evidence.call() == index)));
            }
            lines.append(JsonMapper.builder()
                            .build()
                            .writeValueAsString(Map.of(
                                    "id", one.id(),
                                    "question", one.question(),
                                    "answers", one.gold(),
                                    "passages", passages)))
                    .append('\n');
        }
        Files.writeString(project.resolve("manual.jsonl"), lines);
        harness.run("import", "--format", "jsonl", "--passages", "6", "--out", "cases.jsonl", "manual.jsonl");
    }

    @Test
    void a_shard_goes_on_where_it_was_killed_case_by_case() throws IOException {
        harness.run(with(LOGS, "--reports", "whole", "--shard", "1/2"));
        PrintStream dying = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String printed) {
                if (printed.equals("2/3 cases")) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        String[] second = with(LOGS, "--reports", "killed", "--shard", "1/2");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> EvalHarness.run(project, dying, second));
        assertThat(project.resolve("killed/shard-1-of-2.jsonl")).doesNotExist();

        assertThat(harness.printed(second)).containsPattern("3 of 5 cases, going on after [12][0-9] results");
        assertThat(project.resolve("killed/shard-1-of-2.jsonl"))
                .hasSameBinaryContentAs(project.resolve("whole/shard-1-of-2.jsonl"));
        assertThat(project.resolve("killed/.journal")).doesNotExist();
    }

    @Test
    void what_does_not_fit_together_is_not_merged() throws IOException {
        for (int i = 1; i <= 3; i++) {
            harness.run(with(LOGS, "--arms", "headroom", "--reports", "s", "--shard", i + "/3"));
        }
        Path two = project.resolve("s/shard-2-of-3.jsonl");
        Path away = Files.move(two, project.resolve("two"));
        assertFails("shards are missing: 2/3", "merge", "s");
        Files.copy(project.resolve("s/shard-1-of-3.jsonl"), project.resolve("again"));
        assertFails("shard 1 is there twice", "merge", "s", "again", "two");
        Files.writeString(two, Files.readString(away).replace("\"matched\":", "\"matched\" :"));
        assertFails("shard-2-of-3.jsonl: is cut off or was changed", "merge", "s");
        Files.writeString(two, "{\"format\":1");
        assertFails("is cut off or no shard", "merge", "s");
        Files.writeString(two, Files.readString(away).replaceFirst("\"format\":2", "\"format\":3"));
        assertFails("is not of format 2", "merge", "s");
        harness.run(with(LOGS, "--arms", "lossless", "--reports", "s", "--shard", "2/3"));
        assertFails("are of different runs", "merge", "s");
        harness.run(with(LOGS, "--arms", "headroom", "--reports", "s", "--shard", "2/4"));
        Files.delete(two);
        assertFails("is one of", "merge", "s");
        assertFails("no shard-*-of-*.jsonl in", "merge", "datasets");
        assertFails("nowhere: is no folder", "merge", "nowhere");
        assertThat(project.resolve("reports")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "1/0", "a/b", "1", "1/1001", "-1/2"})
    void shards_that_make_no_sense_are_named(String shard) {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> harness.run(with(LOGS, "--shard=" + shard)))
                .withMessageContaining(shard)
                .returns(2, EvalException::exitCode);
    }

    private void assertSameReports(String one, String other) {
        for (String file : List.of("summary.md", "report.json", "report.csv", "costs.csv", "junit.xml")) {
            assertThat(project.resolve(other).resolve(file))
                    .hasSameBinaryContentAs(project.resolve(one).resolve(file));
        }
    }

    private void assertFails(String message, String... args) {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> harness.run(args))
                .withMessageContaining(message)
                .returns(1, EvalException::exitCode);
    }

    private static String[] with(String[] first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }
}
