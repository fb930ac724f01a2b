package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the real corpus. */
class WrittenQuestionsTest {

    private static final String GOOD = """
            {"id":"h1","question":"Is it safe?","kind":"single","documents":["%s"],"answers":["yes"],"evidence":["%s"]}""".formatted(document().id(), sentence());

    private final Path file;

    WrittenQuestionsTest(@TempDir Path folder) {
        file = folder.resolve("questions.jsonl");
    }

    @Test
    void a_question_knows_where_its_document_proves_the_answer() throws IOException {
        assertThat(read(GOOD)).singleElement().satisfies(question -> {
            assertThat(question.answers()).containsExactly("yes");
            assertThat(question.cluster()).isEqualTo(document().id());
            assertThat(question.split()).isEqualTo(document().split());
            Span place = question.proofs().get(0).places().get(0);
            assertThat(document().text().substring(place.start(), place.end())).isEqualTo(sentence());
        });
    }

    @Test
    void mistakes_are_named_with_file_line_and_field() {
        refused(GOOD + "\n{", "line 2", "not JSON");
        refused(GOOD + "\n" + GOOD, "line 2", "id", "occurs twice: h1");
        refused(GOOD.replace("single", "easy"), "line 1", "kind", "easy");
        refused(GOOD.replace(document().id(), "no/document"), "line 1", "documents", "no/document");
        refused(GOOD.replace(sentence(), "Nobody wrote this."), "line 1", "evidence", "Nobody wrote this.");
        refused(GOOD.replace("[\"yes\"]", "[]"), "line 1", "do not fit together for the kind single");
        refused(GOOD.replace("single", "unanswerable"), "line 1", "do not fit together for the kind unanswerable");
        refused(GOOD.replace("\"yes\"", "7"), "line 1", "answers", "array of strings");
        refused(GOOD.replace("Is it safe?", " "), "line 1", "question", "not blank");
    }

    private void refused(String lines, String... parts) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(parts);
    }

    private List<RagQuestion> read(String lines) throws IOException {
        Files.writeString(file, lines + "\n");
        return WrittenQuestions.read(file, SharedCorpus.CORPUS);
    }

    private static CorpusDocument document() {
        return SharedCorpus.CORPUS.documents().get(0);
    }

    private static String sentence() {
        return document().text().lines().findFirst().orElseThrow().substring(0, 20);
    }
}
