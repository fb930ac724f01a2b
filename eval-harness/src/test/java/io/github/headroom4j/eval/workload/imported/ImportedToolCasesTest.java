package io.github.headroom4j.eval.workload.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.importer.tool.ToolFormat;
import io.github.headroom4j.eval.importer.tool.ToolImporter;
import io.github.headroom4j.eval.importer.tool.ToolOptions;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imported cases run through the real replay, and the readers answer from what is shown and nothing else. */
class ImportedToolCasesTest {

    private final Path folder;

    ImportedToolCasesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "LOGHUB, loghub, 1.0",
        "DEFECTS4J, defects/files.jsonl, 1.0",
        "DEFECTS4J, defects/diffs.jsonl, 1.0",
        "REVIEW_COMMENTS, reviews/comments.jsonl, 1.0",
        "REVIEW_COMMENTS, reviews/methods.csv, 1.0",
        "CODESEARCHNET, functions/functions.jsonl, 1.0",
        "FOLDER, folder, 1.0",
        "SESSIONS, sessions/openai.jsonl, 1.0",
        "SESSIONS, sessions/anthropic.json, 1.0"
    })
    void should_find_what_is_in_plain_sight(ToolFormat format, String sample, double f1) {
        ImportedWorkload workload = imported(format, sample);
        CaseRunner runner = workload.runner(TokenCounter.o200k());
        for (EvalCase one : workload.cases()) {
            CaseResult none = runner.begin(one).in("none");
            CaseResult headroom = runner.begin(one).in("headroom");

            assertThat(none.score().f1()).as(one.id()).isEqualTo(f1);
            assertThat(none.evidence())
                    .isEqualTo(new EvidenceCount(one.evidence().size(), 0, 0));
            assertThat(headroom.evidence().lost()).isZero();
        }
    }

    @Test
    void should_not_answer_what_is_not_shown() {
        ImportedWorkload workload = imported(ToolFormat.FOLDER, "folder");
        EvalCase whole = workload.cases().get(0);
        List<RecordedCall> calls = whole.calls().stream()
                .map(call -> new RecordedCall(
                        call.tool(), call.arguments(), call.result().replace("Spare hinges lie in drawer 14.\n", "")))
                .toList();
        EvalCase mutant = new EvalCase(
                whole.id(),
                whole.cluster(),
                whole.split(),
                whole.tier(),
                whole.systemPrompt(),
                whole.question(),
                calls,
                whole.gold(),
                List.of());

        CaseRunner runner = workload.runner(TokenCounter.o200k());

        assertThat(runner.begin(whole).in("none").score().f1()).isEqualTo(1);
        assertThat(runner.begin(mutant).in("none").score().f1()).isZero();
    }

    @Test
    void should_count_as_notes_say() {
        String shown = """
                [log lines "number: text"; "×n-m" = n entries alike from here to line m, values may differ]
                1 ×13-72: INFO Responder 1 for block 7 terminating
                73: INFO Deleting block 9
                … 38 entries of 1 other kinds between lines 3 and 198
                107 ×26-199: INFO Responder 0 for block 8 terminating
                [headroom_retrieve ref=b3eb724f7491 for all 200 lines]""";
        Ask ask = new Ask(Kind.COUNT, "Responder <*> for block <*> terminating");

        List<String> answer =
                new GeneralReader().answer(ask.text(), List.of(new Seen("read_log", "{}", "spelled out", shown)));

        assertThat(answer).containsExactly(Items.count(39));
    }

    private static final String FOLDED = """
            [log lines "number: text"; ×n-m = n alike up to line m; × = one of them; ≈ = not shown, * for values, \
            behind "host "; "|" = ": May 1 "]
            1 ×20-190|10:00:00 host app[7]: Failed password for root
            24 ×3-90≈ app[*]: Invalid user * from *
            30|10:00:09 host app[9]: Closed by 10.0.0.1
            41≈ app[*]: Disk of * is very nearly…
            190 ×|10:09:00 host app[8]: Failed password for root
            [headroom_retrieve ref=b3eb724f7491 for all 200 lines]""";

    @Test
    void should_read_what_a_folded_log_tells_and_search_only_for_what_it_leaves_open() {
        assertThat(unsearched(Kind.COUNT, "Failed password for <*>")).containsExactly(Items.count(20));
        assertThat(unsearched(Kind.COUNT, "Invalid user <*> from <*>")).containsExactly(Items.count(3));
        assertThat(unsearched(Kind.QUOTE, "Closed by <*>"))
                .containsExactly(Items.line("May 1 10:00:09 host app[9]: Closed by 10.0.0.1"));
        assertThat(searched(Kind.QUOTE, "Invalid user <*> from <*>")).isTrue();
        assertThat(searched(Kind.QUOTE, "Failed password for <*>")).isTrue();
        assertThat(searched(Kind.COUNT, "Invalid user alice from <*>")).isTrue();
        assertThat(searched(Kind.COUNT, "Disk of <*> is very nearly full")).isTrue();
        assertThat(searched(Kind.COUNT, "Nothing like it")).isTrue();
    }

    @Test
    void should_answer_from_what_was_found_instead_of_what_was_shown() {
        String slice = """
                [grep /user/: 2 of 200 lines match, numbered:]
                24:May 1 10:00:01 host app[7]: Invalid user a from b
                90:May 1 10:00:02 host app[7]: Invalid user c from d
                """;
        Seen found = new Seen("headroom_retrieve", "{\"ref\":\"b3eb724f7491\"}", slice);
        List<Seen> seen = List.of(new Seen("read_log", "{}", "spelled out", FOLDED), found);
        Ask quote = new Ask(Kind.QUOTE, "Invalid user <*> from <*>");
        assertThat(new GeneralReader().answer(quote.text(), seen))
                .containsExactly(
                        Items.line("May 1 10:00:01 host app[7]: Invalid user a from b"),
                        Items.line("May 1 10:00:02 host app[7]: Invalid user c from d"));
        assertThat(new GeneralReader().answer(new Ask(Kind.COUNT, "Invalid user <*> from <*>").text(), seen))
                .containsExactly(Items.count(2));
    }

    private static List<String> unsearched(Kind kind, String template) {
        assertThat(searched(kind, template)).as(template).isFalse();
        return new GeneralReader()
                .answer(new Ask(kind, template).text(), List.of(new Seen("read_log", "{}", "spelled out", FOLDED)));
    }

    private static boolean searched(Kind kind, String template) {
        return !new GeneralReader()
                .lookups(new Ask(kind, template).text(), List.of(new Seen("read_log", "{}", "spelled out", FOLDED)))
                .isEmpty();
    }

    @Test
    void should_count_lines_of_a_file_of_which_parts_are_folded() {
        String shown = """
                /** … 3 lines (1-3) */
                package a;

                /** First sentence of four lines. */
                class A {
                    int b() { /* … 5 lines (10-14) */ }
                    int c;
                }""";

        List<ShownFile.Line> lines = ShownFile.lines(new Seen("read_file", "{\"path\":\"A.java\"}", shown));

        assertThat(lines)
                .contains(
                        new ShownFile.Line("A.java", 4, "package a;"),
                        new ShownFile.Line("A.java", 9, "class A {"),
                        new ShownFile.Line("A.java", 15, "    int c;"));
    }

    @Test
    void should_refuse_files_of_several_kinds_and_passages_that_are_none() throws IOException {
        Path calls = file(ToolFormat.FOLDER, "folder");
        Path turns = file(ToolFormat.SESSIONS, "sessions/openai.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(calls));
        lines.set(0, lines.get(0).replace("\"kept\":1", "\"kept\":2"));
        lines.add(Files.readAllLines(turns).get(1));
        Path mixed = Files.write(folder.resolve("mixed.jsonl"), lines);

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> ImportedWorkload.of(mixed, ImportedToolCasesTest::unused))
                .withMessageContaining("case o1 has turns, the first one calls; one file is of one kind");
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> ImportedWorkload.of(calls, ImportedToolCasesTest::unused)
                        .passages())
                .withMessageContaining("no retrieved passages");
    }

    @Test
    void should_read_sessions_back_as_they_were_written() {
        Path file = file(ToolFormat.SESSIONS, "sessions/openai.jsonl");
        List<EvalCase> made = new ArrayList<>();
        ToolImporter.of(sample("sessions/openai.jsonl"), ToolFormat.SESSIONS, ToolOptions.DEFAULTS)
                .cases(made::add);

        assertThat(CaseLines.read(file).cases()).isEqualTo(made);
    }

    private ImportedWorkload imported(ToolFormat format, String sample) {
        return ImportedWorkload.of(file(format, sample), ImportedToolCasesTest::unused);
    }

    private Path file(ToolFormat format, String sample) {
        Path out = folder.resolve(sample.replace('/', '-') + ".cases");
        ToolImporter.of(sample(sample), format, ToolOptions.DEFAULTS).write(out);
        return out;
    }

    private static Path sample(String name) {
        try {
            return Path.of(Objects.requireNonNull(ImportedToolCasesTest.class.getResource("/imports/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static EmbeddingModel unused() {
        throw new AssertionError("no passage is embedded here");
    }
}
