package io.github.headroom4j.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file as cases: it is read, or refused with its name; no case gets a name that leads out of a folder. */
final class CaseLinesFuzz {

    private final Path file;

    CaseLinesFuzz() throws IOException {
        file = Files.createTempFile("fuzzed", ".jsonl");
        file.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_file_is_read_or_refused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            CaseLines.read(file).cases().forEach(one -> assertThat(one.id()).doesNotContain("/", "\\", ".."));
        } catch (DatasetException e) {
            assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
        }
    }

    static Stream<byte[]> seeds() {
        String header = "{\"format\":\"headroom-cases/1\",\"provenance\":{\"source\":\"a.json\",\"sha256\":\""
                + "0".repeat(64) + "\",\"converter\":\"squad\",\"options\":\"{}\",\"cases\":1,\"dropped\":{}}}\n";
        String one = "{\"id\":\"a\",\"cluster\":\"c\",\"split\":\"dev\",\"tier\":\"typical\",\"question\":\"Who?\","
                + "\"passages\":[{\"source\":\"s\",\"title\":\"t\",\"text\":\"Ann.\"}],\"gold\":[\"Ann\"],\"evidence\":[]}\n";
        return Stream.of(header + one, header + one.replace("\"a\"", "\"../a\""), one)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
