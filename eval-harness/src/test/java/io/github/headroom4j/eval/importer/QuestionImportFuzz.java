package io.github.headroom4j.eval.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file as a question set of every format: it is read, or refused with the file's name. */
final class QuestionImportFuzz {

    private final Path file;

    QuestionImportFuzz() throws IOException {
        file = Files.createTempFile("fuzzed", ".json");
        file.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_file_is_read_or_refused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        for (ImportFormat format : ImportFormat.values()) {
            try {
                Importer.of(file, format, ImportOptions.DEFAULTS)
                        .cases(made -> assertThat(made.id()).isNotBlank());
            } catch (DatasetException e) {
                assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
            }
        }
    }

    static Stream<byte[]> seeds() {
        return Stream.of(QuestionSets.SQUAD, QuestionSets.HOTPOTQA, QuestionSets.NQ_OPEN)
                .map(set -> set.getBytes(StandardCharsets.UTF_8));
    }
}
