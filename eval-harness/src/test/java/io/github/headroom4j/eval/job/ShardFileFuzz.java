package io.github.headroom4j.eval.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.eval.dataset.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file as a shard that {@code merge} reads: it is read, or refused with its name. {@code SHA} stands for the right hash. */
final class ShardFileFuzz {

    private final Path file;

    ShardFileFuzz() throws IOException {
        file = Files.createTempFile("fuzzed", ".jsonl");
        file.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_file_is_read_or_refused(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String lines = text.substring(text.indexOf('\n') + 1);
        Files.writeString(file, text.replace("SHA", Sha256.of(lines)));
        try {
            assertThat(ShardFile.read(file).header().format()).isEqualTo(ShardFile.FORMAT);
        } catch (EvalException e) {
            assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
        }
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"format\":2,\"key\":\"k\",\"shard\":{\"index\":1,\"count\":2},\"cases\":1,\"imported\":false,"
                                + "\"versions\":{},\"setup\":null,\"sha256\":\"SHA\"}\n{\"result\":{}}\n",
                        "{\"format\":2,\"sha256\":\"SHA\"}\n",
                        "{\"format\":2,\"sha256\":\"SHA\"}\nnull\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
