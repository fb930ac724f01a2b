package io.github.headroom4j.eval.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.stats.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
            ShardFile read = ShardFile.read(file);
            assertThat(read.header().format()).isEqualTo(ShardFile.FORMAT);
            assertThat(read.header().setup().options()).isNotNull();
            assertThat(read.results())
                    .allSatisfy(line -> assertThat(line.result().subject().id()).isNotNull());
        } catch (EvalException e) {
            assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
        }
    }

    @Test
    void the_first_seed_is_read() throws IOException {
        String seed = new String(seeds().findFirst().orElseThrow(), StandardCharsets.UTF_8);
        Files.writeString(file, seed.replace("SHA", Sha256.of(seed.substring(seed.indexOf('\n') + 1))));

        assertThat(ShardFile.read(file).results()).hasSize(1);
    }

    static Stream<byte[]> seeds() throws IOException {
        String whole = written();
        return Stream.of(
                        whole,
                        whole.replaceFirst(
                                "\"setup\":.*,\"sha256\"", "\"setup\":{\"parts\":[],\"arms\":[]},\"sha256\""),
                        whole.replaceFirst("\"result\":.*", "\"result\":{\"prices\":[],\"contents\":[]}}"),
                        "{\"format\":2,\"sha256\":\"SHA\"}\nnull\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static String written() throws IOException {
        Report.Setup setup = new Report.Setup(
                Protocol.standard(),
                List.of(new Report.Part("w", 1, "0123")),
                List.of(new Report.ArmAbout("none", "as it is")),
                "");
        CaseResult result = new CaseResult(
                new Subject("w", "a", "c", "dev", "typical"),
                "none",
                new Score(2, 1, 1),
                new Usage(1, 10, 0, 5),
                EvidenceCount.NONE);
        ShardFile.Header header =
                new ShardFile.Header(ShardFile.FORMAT, "k", new Shard(1, 1), 1, false, Map.of(), setup, "");
        Path folder = Files.createTempDirectory("seed");
        Path made = new ShardFile(header, List.of(new ShardFile.Line(0, result))).write(folder);
        try {
            return Files.readString(made).replaceFirst("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"SHA\"");
        } finally {
            Files.delete(made);
            Files.delete(folder);
        }
    }
}
