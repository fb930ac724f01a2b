package io.github.headroom4j.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseLinesTest {

    private static final EvalCase RETRIEVAL = new EvalCase(
            "q1",
            "guide",
            "dev",
            "typical",
            "Answer.",
            "Who \"came\"?",
            List.of(),
            Set.of("Bob", "Bob Olsen", "Alva"),
            List.of(new Evidence("Bob", 1, "Bob came.")),
            List.of(),
            List.of(
                    new RetrievedPassage("d1", "", "Ann left.\nLate.", 1),
                    new RetrievedPassage("d2", "Title", "\uD83D\uDEA2 Bob came.", 0.5)));

    private static final EvalCase SESSION = new EvalCase(
            "s1",
            "system",
            "test",
            "ceiling",
            "Look.",
            "What failed?",
            List.of(new RecordedCall("logs", "{\"a\": 1}", "line 1\nline 2")),
            Set.of("line:2"),
            List.of(new Evidence("line:2", 0, "line 2")),
            List.of(Turn.work("Look.", List.of(0), "Done."), Turn.followUp("What failed?", List.of(0))));

    private static final Provenance PROVENANCE = new Provenance(
            "set.json", "0".repeat(64), "squad", Map.of("seed", "1"), 3, 2, Map.of("unanswerable", 1), Map.of());

    private final Path file;

    CaseLinesTest(@TempDir Path folder) {
        file = folder.resolve("cases.jsonl");
    }

    @Test
    void should_read_what_it_writes() {
        write();
        CaseLines read = CaseLines.read(file);
        assertThat(read.cases()).containsExactly(RETRIEVAL, SESSION);
        assertThat(read.provenance()).isEqualTo(PROVENANCE);
    }

    @Test
    void should_write_one_line_per_case_in_a_fixed_order() {
        assertThat(CaseLines.line(RETRIEVAL)).isEqualTo("""
                {"id":"q1","cluster":"guide","split":"dev","tier":"typical","systemPrompt":"Answer.",\
                "question":"Who \\"came\\"?","gold":["Alva","Bob","Bob Olsen"],\
                "evidence":[{"item":"Bob","call":1,"text":"Bob came."}],\
                "passages":[{"source":"d1","title":"","text":"Ann left.\\nLate.","score":1.0},\
                {"source":"d2","title":"Title","text":"\uD83D\uDEA2 Bob came.","score":0.5}]}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            headroom-cases/1 | headroom-cases/9 | line 1: field 'format' must be headroom-cases/1
            "kept":2 | "kept":3 | has 2 cases, but its first line says 3; it was cut off or changed
            "sha256":"0 | "sha":"0 | line 1: field 'provenance' cannot be read
            "id":"s1" | "id":"q1" | line 3: field 'id' is that of an earlier case: q1
            "split":"test" | "split":"train" | line 3: field 'split' must be dev or test, but is train
            "call":1 | "call":2 | line 2: field 'evidence[0].call' is 2, but there are 2
            "call":1 | "call":0 | line 2: field 'evidence[0].text' does not occur in number 0
            "score":0.5 | "score":"high" | line 2: field 'passages[1].score' must be a number
            "related":[0] | "related":[-1] | line 3: field 'turns[1].related' must be an array of indices
            "gold":["line:2"] | "gold":"line:2" | line 3: field 'gold' must be an array
            """)
    void should_name_line_and_field_of_what_is_broken(String from, String to, String message) throws IOException {
        write();
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> CaseLines.read(file))
                .withMessageContaining(message);
    }

    @Test
    void should_tell_a_file_that_is_empty_or_cannot_be_written() throws IOException {
        Files.writeString(file, "");
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> CaseLines.read(file))
                .withMessageContaining("empty");
        Path nowhere = file.resolveSibling("nowhere").resolve("cases.jsonl");
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> CaseLines.write(nowhere, sink -> PROVENANCE))
                .withMessageContaining("cannot be written");
    }

    private void write() {
        CaseLines.write(file, sink -> {
            sink.accept(RETRIEVAL);
            sink.accept(SESSION);
            return PROVENANCE;
        });
    }
}
