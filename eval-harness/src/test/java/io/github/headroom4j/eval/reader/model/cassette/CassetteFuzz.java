package io.github.headroom4j.eval.reader.model.cassette;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelStop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file as a recorded answer: it is read, or the run is stopped with the file's name. */
final class CassetteFuzz {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    CassetteFuzz() throws IOException {
        folder = Files.createTempDirectory("fuzzed");
        folder.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_file_is_read_or_refused(byte[] bytes) throws IOException {
        Path file = folder.resolve(keyIn(bytes) + ".json");
        Files.write(file, bytes);
        try {
            Cassette.Answer answer = new Cassette(folder).find(keyIn(bytes)).orElseThrow();
            assertThat(Objects.requireNonNullElse(answer.calls(), List.<Cassette.Call>of()))
                    .allSatisfy(call -> assertThat(call.arguments()).isNotNull());
            if (answer.failure() != null) {
                assertThat(ModelFailure.Kind.named(answer.failure())).isNotNull();
            }
        } catch (ModelStop e) {
            assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
        } finally {
            Files.delete(file);
        }
    }

    /** A recording whose name does not fit is not looked at any further. */
    private static String keyIn(byte[] bytes) {
        try {
            return CanonicalRequest.keyOf(JSON.readTree(bytes).required("request"));
        } catch (IOException | IllegalArgumentException e) {
            return "0".repeat(64);
        }
    }

    @Test
    void the_first_seed_is_read() throws IOException {
        byte[] seed = seeds().findFirst().orElseThrow();
        Path file = Files.write(folder.resolve(keyIn(seed) + ".json"), seed);
        try {
            assertThat(new Cassette(folder).find(keyIn(seed))).isPresent();
        } finally {
            Files.delete(file);
        }
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"format\":1,\"key\":\"0\",\"request\":{\"messages\":[]},\"answer\":{\"text\":\"x\",\"inputTokens\":1,"
                                + "\"outputTokens\":2}}",
                        "{\"format\":1,\"key\":\"0\",\"request\":{},\"answer\":{\"calls\":[{\"id\":\"1\",\"name\":\"n\","
                                + "\"arguments\":\"{}\"}]}}",
                        "{\"format\":1,\"key\":\"0\",\"request\":{},\"answer\":{\"calls\":[null]}}",
                        "{\"format\":1,\"key\":\"0\",\"request\":{},\"answer\":{\"failure\":\"never-heard-of\"}}",
                        "{\"format\":1,\"key\":null,\"request\":null,\"answer\":null}",
                        "[]")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
