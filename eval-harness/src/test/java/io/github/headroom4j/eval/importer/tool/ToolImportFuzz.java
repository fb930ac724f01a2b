package io.github.headroom4j.eval.importer.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any folder of one file as recorded sessions, logs, functions, reviews, defects or texts: it is read, or refused by name. */
final class ToolImportFuzz {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "imports");

    /** Under one of these names each format looks for its files. */
    private static final List<String> NAMES = List.of(
            "fuzzed.json",
            "fuzzed.jsonl",
            "fuzzed.log",
            "fuzzed.log_structured.csv",
            "questions.jsonl",
            "comments.jsonl");

    private final Path folder;

    ToolImportFuzz() throws IOException {
        folder = Files.createTempDirectory("fuzzed");
        folder.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_files_are_read_or_refused(byte[] bytes) throws IOException {
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            Files.write(file, bytes);
            file.toFile().deleteOnExit();
        }
        for (ToolFormat format : ToolFormat.values()) {
            read(folder, format);
            read(folder.resolve(NAMES.get(0)), format);
            read(folder.resolve(NAMES.get(1)), format);
        }
    }

    private void read(Path input, ToolFormat format) {
        try {
            ToolImporter.of(input, format, ToolOptions.DEFAULTS)
                    .cases(made -> assertThat(made.id()).isNotBlank());
        } catch (DatasetException e) {
            assertThat(e.getMessage()).containsAnyOf("fuzzed", "questions.jsonl", "comments.jsonl");
        }
    }

    static Stream<byte[]> seeds() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(Files::isRegularFile).sorted().map(ToolImportFuzz::bytes).toList().stream();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
