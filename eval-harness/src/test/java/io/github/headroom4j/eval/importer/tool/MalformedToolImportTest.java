package io.github.headroom4j.eval.importer.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with data is said with file, place and field, and nothing is written. */
class MalformedToolImportTest {

    /** One sample per format, and the file of it that is broken. */
    private static final Map<ToolFormat, String> FILES = Map.of(
            ToolFormat.LOGHUB, "Relay_40.log_structured.csv",
            ToolFormat.DEFECTS4J, "files.jsonl",
            ToolFormat.REVIEW_COMMENTS, "comments.jsonl",
            ToolFormat.CODESEARCHNET, "functions.jsonl",
            ToolFormat.SESSIONS, "openai.jsonl",
            ToolFormat.FOLDER, "questions.jsonl");

    private static final Map<ToolFormat, String> FOLDERS = Map.of(
            ToolFormat.LOGHUB, "loghub",
            ToolFormat.DEFECTS4J, "defects",
            ToolFormat.REVIEW_COMMENTS, "reviews",
            ToolFormat.CODESEARCHNET, "functions",
            ToolFormat.SESSIONS, "sessions",
            ToolFormat.FOLDER, "folder");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            LOGHUB | EventTemplate | EventTempl | line 1: column 'EventTemplate' is missing
            LOGHUB | \\n3,- | \\nthree,- | line 4: column 'LineId' must be a whole number, but is three
            LOGHUB | \\n40,- | \\n41,- | line 41: column 'LineId' is 41, but Relay_40.log has lines 1 to 40
            LOGHUB | ,E1, | ,"E1, | not valid CSV after line
            DEFECTS4J | "id": "Lights-1" | "name": "Lights-1" | line 1: field 'id' is missing
            DEFECTS4J | "gold_path": "src/lights/Lamp.java" | "gold_path": "src/Lamp.java" | field 'gold_path' names none of the files: src/Lamp.java
            DEFECTS4J | "gold_lines": [9] | "gold_lines": [99] | field 'gold_lines' must be lines 1 to 15 of src/lights/Lamp.java
            DEFECTS4J | "path": "src/lights/Fuse.java" | "path": "src/lights/Lamp.java" | field 'files[1].path' is that of an earlier file
            DEFECTS4J | "files": | "filed": | field 'files' is missing, and so is diff
            REVIEW_COMMENTS | "line": 11 | "line": "11" | line 1: field 'line' must be a whole number, but is "11"
            REVIEW_COMMENTS | "comment": "The seal | "remark": "The seal | line 2: field 'comment' is missing
            REVIEW_COMMENTS | {"id": 1 | ["id", 1 | line 2
            CODESEARCHNET | "code": "def ring | "kode": "def ring | line 2: field 'code' is missing
            CODESEARCHNET | "docstring": "Puts | "docstring": 3, "x": "Puts | line 1
            SESSIONS | "role": "tool" | "role": "robot" | field 'messages[3].role' is no role that is known: robot
            SESSIONS | "function": {"name" | "function": {"nome" | field 'messages[2].tool_calls[0].function.name' is missing
            SESSIONS | "messages": [{"role": "system" | "messages": {"role": "system" | line 1
            SESSIONS | "content": "Hello" | "content": 5 | field 'messages[0].content' must be a string, but is 5
            FOLDER | "file": "notes/hinges.txt" | "file": "../folder/notes/hinges.txt" | line 1: field 'file' names no text file of the folder: ../folder
            FOLDER | "question": "Where | "quest": "Where | line 1: field 'question' is missing
            FOLDER | ["drawer 14"] | [14] | line 1: field 'answers[0]' must be a string, but is 14
            """)
    void should_name_the_place(ToolFormat format, String from, String to, String message, @TempDir Path folder)
            throws IOException {
        Path input = sample(format, folder);
        Path file = broken(format, input);
        String text = Files.readString(file);
        String replaced = text.replace(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertThat(replaced).isNotEqualTo(text);
        Files.writeString(file, replaced);
        Path out = folder.resolve("out.jsonl");

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() ->
                        ToolImporter.of(input, format, ToolOptions.DEFAULTS).write(out))
                .withMessageContaining(message);
        assertThat(out).doesNotExist();
    }

    @Test
    void should_say_what_is_not_there(@TempDir Path folder) throws IOException {
        assertFails(folder.resolve("none"), ToolFormat.SESSIONS, "none: no such file or folder");
        assertFails(folder, ToolFormat.LOGHUB, "holds no file that ends in _structured.csv");
        Path csv = Files.writeString(folder.resolve("A.log_structured.csv"), "LineId\n");
        assertFails(csv, ToolFormat.LOGHUB, "its raw log A.log is not beside it");
        assertFails(csv, ToolFormat.FOLDER, "is no folder");
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");
        assertFails(empty, ToolFormat.SESSIONS, "empty.jsonl: none of its 0 records can be a case");
    }

    @Test
    void should_not_follow_nesting_or_sessions_without_end(@TempDir Path folder) throws IOException {
        Path deep = Files.writeString(
                folder.resolve("deep.json"), "{\"messages\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertFails(deep, ToolFormat.SESSIONS, "depth");
        String message = "{\"role\": \"user\", \"content\": \"more\"},";
        Path endless = Files.writeString(
                folder.resolve("endless.json"), "[" + message.repeat(1_001).replaceAll(",$", "") + "]");
        assertFails(endless, ToolFormat.SESSIONS, "has more than 1000 messages");
    }

    @Property(tries = 300, seed = "11")
    void broken_data_should_be_imported_or_refused_with_a_reason(@ForAll Random random, @ForAll ToolFormat format)
            throws IOException {
        Path folder = Files.createTempDirectory("broken");
        Path input = sample(format, folder);
        Path file = broken(format, input);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",: 0-tn\n\u0000\u00ff".charAt(random.nextInt(15));
        }
        int cut = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
        Files.write(file, Arrays.copyOf(bytes, cut));
        try {
            assertThat(Samples.cases(input, format)).isNotEmpty();
        } catch (DatasetException e) {
            assertThat(e.getMessage())
                    .isNotBlank()
                    .containsAnyOf(
                            file.getFileName().toString(), input.getFileName().toString());
        }
    }

    private static Path sample(ToolFormat format, Path folder) throws IOException {
        Path copy = Samples.copied(FOLDERS.getOrDefault(format, ""), folder);
        boolean whole = format == ToolFormat.LOGHUB || format == ToolFormat.FOLDER;
        return whole ? copy : copy.resolve(FILES.getOrDefault(format, ""));
    }

    private static Path broken(ToolFormat format, Path input) {
        return Files.isDirectory(input) ? input.resolve(FILES.getOrDefault(format, "")) : input;
    }

    private static void assertFails(Path input, ToolFormat format, String message) {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Samples.cases(input, format))
                .withMessageContaining(message);
    }
}
