package io.github.headroom4j.eval.reader.model.cassette;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.eval.reader.model.ModelStop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file as a recorded answer: it is read, or the run is stopped with the file's name. */
final class CassetteFuzz {

    private final Path file;

    CassetteFuzz() throws IOException {
        Path folder = Files.createTempDirectory("fuzzed");
        folder.toFile().deleteOnExit();
        file = folder.resolve("0".repeat(64) + ".json");
        file.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_file_is_read_or_refused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            Path folder = file.getParent();
            assertThat(new Cassette(folder == null ? file : folder).find("0".repeat(64)))
                    .isPresent();
        } catch (ModelStop e) {
            assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
        }
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"format\":1,\"key\":\"0\",\"request\":{\"messages\":[]},\"answer\":{\"text\":\"x\",\"inputTokens\":1,"
                                + "\"outputTokens\":2}}",
                        "{\"format\":1,\"key\":null,\"request\":null,\"answer\":null}",
                        "[]")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
