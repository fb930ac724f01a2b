package io.github.headroom4j.eval.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is said with its name, the place in it and what was expected, and nothing is written. */
class MalformedImportTest {

    private final Path folder;

    MalformedImportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            squad | "version": "v2.0", "data" | "version": "v2.0", "dota" | set: expected a JSON object with an array 'data'
            squad | "paragraphs": [ | "paragraphs": 3, "x": [ | set: field 'data[0].paragraphs' must be an array, but is 3
            squad | "context": "The pilot | "content": "The pilot | set: field 'data[0].paragraphs[1].context' is missing
            squad | "id": "h3" | "id": null | set: field 'data[0].paragraphs[1].qas[0].id' must be a string, but is null
            squad | "question": "Where | "quest": "Where | set: field 'data[0].paragraphs[1].qas[0].question' is missing
            squad | [{"text": "Bergen", "answer_start": 3}] | [{"text": "Bergen", "answer_start": "3"}] | 'data[0].paragraphs[1].qas[0].answers[0].answer_start' must be a whole number
            squad | [{"text": "Bergen", "answer_start": 3}] | [{"text": 7}] | 'data[0].paragraphs[1].qas[0].answers[0].text' must be a string, but is 7
            squad | [{"text": "Bergen", "answer_start": 3}] | [1] | 'data[0].paragraphs[1].qas[0].answers[0]' must be a string, but is 1
            squad | "is_impossible": true | "is_impossible": "true" | 'data[0].paragraphs[0].qas[1].is_impossible' must be true or false
            squad | {"title": "Pool", | 17, {"title": "Pool", | set: field 'data[1]' must be an object, but is 17
            squad | "title": "Pool", | "title": "Pool", "title": "Well", | is not valid JSON: Duplicate field 'title'
            squad | "answer_start": 4}]}]}]}]} | "answer_start": 4}]}]}]} | is not valid JSON: Unexpected end-of-input
            squad | "answer_start": 4}]}]}]}]} | "answer_start": 4}]}]}]}]} } | is not valid JSON: Unexpected close marker
            hotpotqa | [{"_id": "a1" | {"_id": "a1" | set: expected a JSON array as the outermost value
            hotpotqa | "_id": "a2" | "id": "a2" | set: field '[1]._id' is missing
            hotpotqa | [["Retries", 7]] | ["Retries", 7] | set: field '[2].supporting_facts' must hold arrays [title, number of a sentence]
            hotpotqa | [["Retries", 7]] | {} | set: field '[2].supporting_facts' must be an array
            hotpotqa | ["Logging", ["Lines are rotated at midnight."]] | ["Logging", "Lines"] | set: field '[0].context[2]' must be an array [title, [sentences]]
            hotpotqa | ["Lines are rotated at midnight."] | ["Lines", 4] | set: field '[0].context[2][1][1]' must be a string
            nq-open | "ctxs": [{"id": "4" | "docs": [{"id": "4" | set: line 2: field 'ctxs' is missing
            nq-open | "text": "The boat | "body": "The boat | set: line 2: field 'ctxs[0].text' is missing
            nq-open | "hasanswer": true} | "isgold": 1} | set: line 2: field 'ctxs[0].isgold' must be true or false
            nq-open | {"question": "who built | ["question", "who built | set: line 2 is not valid JSON
            nq-open | "answers": ["Olsen"] | "answers": 5 | set: line 2: field 'answers' must be an array, but is 5
            """)
    void should_name_the_place(String format, String from, String to, String message) {
        String text =
                switch (ImportFormat.named(format)) {
                    case SQUAD -> QuestionSets.SQUAD;
                    case HOTPOTQA -> QuestionSets.HOTPOTQA;
                    default -> QuestionSets.NQ_OPEN;
                };
        assertThat(text).contains(from);
        assertFails(format, text.replace(from, to), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `"text"` | line 1: expected a JSON object, but found STRING
            `{"question": "Who?", "answers": ["Ann"]}` | line 1: field 'passages' is missing, and so are contexts and context
            `{"question": "Who?", "answers": ["Ann"], "contexts": ["x", 1]}` | line 1: field 'contexts[1]' must be a string, but is 1
            `{"question": "Who?", "answers": ["Ann"], "passages": [{"text": "Ann."}], "evidence": ["Bob."]}` | line 1: field 'evidence[0]' does not stand in a gold passage
            `{"question": "Who?", "passages": [{"text": "Ann."}], "evidence": ["Ann."]}` | line 1: field 'evidence' is there, but no answer is
            `{"question": "Who?", "answers": ["Ann"], "passages": [{"text": "Bob."}]}` | none of its 1 questions can be a case: {no passage is said to answer
            `{"question": " ", "context": "Ann.", "answers": ["Ann"]}` | none of its 1 questions can be a case: {the question is blank=1}
            `{"id": {}, "question": "Who?", "context": "Ann.", "answers": ["Ann"]}` | line 1: field 'id' must be a string, but is {}
            """)
    void should_name_the_line_of_json_lines(String line, String message) {
        assertFails("jsonl", line, message);
    }

    @Test
    void should_tell_an_empty_file_and_one_of_another_format() {
        assertFails("jsonl", "\n\n", "none of its 0 questions");
        assertFails("squad", "", "expected a JSON object with an array 'data'");
        assertFails("squad", QuestionSets.NQ_OPEN, "expected a JSON object with an array 'data'");
        assertFails("squad", QuestionSets.HOTPOTQA, "expected a JSON object with an array 'data'");
        assertFails("hotpotqa", QuestionSets.SQUAD, "expected a JSON array");
        assertFails("nq-open", QuestionSets.SQUAD, "line 1 is not valid JSON");
    }

    @Test
    void should_not_follow_nesting_without_end() {
        String deep = "{\"question\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertFails("jsonl", deep, "depth");
        assertFails("squad", "{\"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + ", \"data\": []}", "depth");
    }

    @Test
    void should_refuse_more_answers_than_anybody_gives() {
        String answers = "\"Ann\",".repeat(1_000) + "\"Ann\"";
        assertFails(
                "jsonl",
                "{\"question\": \"Who?\", \"context\": \"Ann.\", \"answers\": [" + answers + "]}",
                "line 1: field 'answers' has 1001 answers; at most 1000 are read");
    }

    @Test
    void should_leave_out_documents_that_call_themselves_passages() {
        String huge = "Ann came. ".repeat(Importer.MAX_PASSAGE_CHARS / 10 + 1);
        assertFails(
                "jsonl",
                "{\"question\": \"Who?\", \"context\": \"" + huge + "\", \"answers\": [\"Ann\"]}",
                "a passage is longer than 262144 characters");
    }

    @Test
    void should_leave_a_file_of_cases_as_it_was_when_the_import_fails() throws IOException {
        Path out = Files.writeString(folder.resolve("cases.jsonl"), "older");
        Path broken = QuestionSets.write(folder, "set", QuestionSets.NQ_OPEN + "{");

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Importer.of(broken, ImportFormat.NQ_OPEN, ImportOptions.DEFAULTS)
                        .write(out));

        assertThat(out).hasContent("older");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(out, broken);
        }
    }

    @Test
    void should_name_a_missing_file_and_one_that_is_not_utf8() throws IOException {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Importer.of(folder.resolve("none"), ImportFormat.SQUAD, ImportOptions.DEFAULTS))
                .withMessageContaining("none: no such file");
        byte[] latin = QuestionSets.SQUAD.replace("Harbour", "Hafenb\u00fcro").getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("latin"), latin);
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> QuestionSets.cases(file, ImportFormat.SQUAD, ImportOptions.DEFAULTS))
                .withMessageContaining("latin: not valid UTF-8");
    }

    private void assertFails(String format, String text, String message) {
        Path file = QuestionSets.write(folder, "set", text);
        Path out = folder.resolve("out.jsonl");
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Importer.of(file, ImportFormat.named(format), ImportOptions.DEFAULTS)
                        .write(out))
                .withMessageContaining(message);
        assertThat(out).doesNotExist();
    }
}
