package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.workload.imported.ImportedWorkload;
import io.github.headroom4j.token.TokenCounter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String LINES = """
            {"id": "a", "question": "Who came?", "context": "Then Bob came.", "answers": ["Bob"]}
            {"id": "b", "question": "Who left?", "context": "Then Ann left.", "answers": ["Ann"]}
            {"id": "c", "question": "Who slept?", "context": "Nobody did.", "answers": []}
            """;

    private final Path folder;

    ImportCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("mine.jsonl"), LINES);
    }

    @Test
    void should_write_cases_that_a_workload_reads_and_print_where_they_come_from() {
        String printed = run(
                "--format",
                "jsonl",
                "--out",
                "cases.jsonl",
                "--passages",
                "2",
                "--gold-place",
                "last",
                "--distractors",
                "random",
                "--seed",
                "4",
                "--dev-share",
                "1",
                "--without-unanswerable",
                "mine.jsonl");

        EmbeddingModel unused = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                throw new AssertionError("nothing is run here");
            }
        };
        ImportedWorkload workload = ImportedWorkload.of(folder.resolve("cases.jsonl"), () -> unused);
        assertThat(workload.name()).isEqualTo("imported");
        assertThat(workload.runner(TokenCounter.o200k()).arms())
                .extracting(CaseRunner.ArmInfo::name)
                .contains("none", "headroom");
        assertThat(workload.cases()).extracting(EvalCase::id).containsExactly("a", "b");
        assertThat(workload.cases()).allSatisfy(one -> {
            assertThat(one.split()).isEqualTo("dev");
            assertThat(one.passages()).hasSize(2);
            assertThat(one.evidence().get(0).call()).isEqualTo(1);
        });
        assertThat(printed)
                .startsWith("mine.jsonl (jsonl), SHA-256 ")
                .contains("seed 4", "3 questions read, 2 kept", "1 left out: unanswerable", "cases: ");
        assertThat(workload.provenance().describe()).isEqualTo(printed.substring(0, printed.indexOf("cases: ")));
    }

    @Test
    void should_run_what_has_no_questions_for_its_savings_and_never_call_it_a_pass() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.createDirectory(folder.resolve("datasets"));
        for (int i = 0; i < 3; i++) {
            Files.writeString(
                    files.resolve(i + ".log"), "08:00:0" + i + " INFO shop.Orders: order " + i + " paid\n".repeat(300));
        }
        assertThat(run("--format", "folder", "--out", "cases.jsonl", "--candidates", "1", "files"))
                .contains("3 kept: no question, so that only savings are told");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalHarness.run(
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                "--cases",
                "cases.jsonl",
                "--arms",
                "none,headroom",
                "--reports",
                "reports");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("savings only")
                .doesNotContain("non-inferior ");
        assertThat(folder.resolve("reports").resolve("report.csv"))
                .content()
                .contains("savings-only,headroom,0,0,0,,")
                .doesNotContain(",1.0,");
    }

    @Test
    void should_name_what_is_wrong_with_options() {
        assertFails("import needs --format NAME, --out FILE and INPUT", "--format", "jsonl", "mine.jsonl");
        assertFails("format must be one of", "--format", "csv", "--out", "o", "mine.jsonl");
        assertFails(
                "lines must be 10 to 100000, but was 1",
                "--format",
                "loghub",
                "--out",
                "o",
                "--lines",
                "1",
                "mine.jsonl");
        assertFails("mine.jsonl: is no folder", "--format", "folder", "--out", "o", "mine.jsonl");
        assertFails("distractors must be one of", withOption("--distractors", "far"));
        assertFails("gold place must be one of", withOption("--gold-place", "top"));
        assertFails("passages must be 1 to 1000, but was 0", withOption("--passages", "0"));
        assertFails("language must be one of", withOption("--language", "xx"));
        assertFails("--seed", withOption("--seed", "many"));
        assertFails("--out must not be the input", "--format", "jsonl", "--out", "mine.jsonl", "mine.jsonl");
        assertFails("none.jsonl: no such file", "--format", "jsonl", "--out", "o", "none.jsonl");
        assertFails("Unknown option: '--lots'", "--format", "squad", "--out", "o", "mine.jsonl", "--lots");
    }

    @Test
    void should_print_help() {
        assertThat(run("--help"))
                .contains(
                        "hotpotqa",
                        "--distractors",
                        "same-document",
                        "--gold-place",
                        "--limit",
                        "loghub",
                        "sessions",
                        "--candidates");
    }

    private static String[] withOption(String name, String value) {
        return new String[] {"--format", "jsonl", "--out", "o", name, value, "mine.jsonl"};
    }

    private void assertFails(String message, String... args) {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> run(args))
                .withMessageContaining(message);
        assertThat(folder.resolve("o")).doesNotExist();
        assertThat(folder.resolve("mine.jsonl")).hasContent(LINES);
    }

    private String run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "import";
        System.arraycopy(args, 0, all, 1, args.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalHarness.run(folder, new PrintStream(out, true, StandardCharsets.UTF_8), all);
        return out.toString(StandardCharsets.UTF_8);
    }
}
