package io.github.headroom4j.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file as cases: it is read, and written again as the same cases, or refused with its name. */
final class CaseLinesFuzz {

    private final Path file;
    private final Path copy;

    CaseLinesFuzz() throws IOException {
        file = Files.createTempFile("fuzzed", ".jsonl");
        file.toFile().deleteOnExit();
        copy = file.resolveSibling(file.getFileName() + ".copy");
        copy.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_file_is_read_or_refused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        CaseLines read;
        try {
            read = CaseLines.read(file);
        } catch (DatasetException e) {
            assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
            return;
        }
        CaseLines.write(copy, sink -> {
            read.cases().forEach(sink);
            return read.provenance();
        });
        assertThat(CaseLines.read(copy).cases()).isEqualTo(read.cases());
    }

    @Test
    void the_first_seed_is_read() throws IOException {
        Files.write(file, seeds().findFirst().orElseThrow());

        assertThat(CaseLines.read(file).cases()).hasSize(1);
    }

    static Stream<byte[]> seeds() {
        String header = "{\"format\":\"headroom-cases/1\",\"provenance\":{\"file\":\"a.json\",\"sha256\":\""
                + "0".repeat(64)
                + "\",\"format\":\"squad\",\"options\":{},\"read\":1,\"kept\":1,\"dropped\":{},\"notes\":{}}}\n";
        String one = "{\"id\":\"a\",\"cluster\":\"c\",\"split\":\"dev\",\"tier\":\"typical\",\"systemPrompt\":\"\","
                + "\"question\":\"Who?\",\"passages\":[{\"source\":\"s\",\"title\":\"t\",\"text\":\"Ann.\",\"score\":1}],"
                + "\"gold\":[\"Ann\"],\"evidence\":[]}\n";
        return Stream.of(header + one, header + one.replace("Who?", "Who \\ud800?"), one)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
