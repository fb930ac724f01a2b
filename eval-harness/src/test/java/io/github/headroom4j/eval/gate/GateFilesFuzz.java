package io.github.headroom4j.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file as what the gate reads: {@code report.json} with a {@code report.csv} and a {@code run.json} beside it, a baseline, a
 * policy. An input holds up to three files, with a zero byte between them.
 */
final class GateFilesFuzz {

    private static final Path REPORTS = Path.of("..", "reports");

    private static final String PROTOCOL =
            "{\"marginPoints\":2,\"confidence\":0.95,\"resamples\":100,\"seed\":1,\"minCases\":1,\"minClusters\":1}";

    private static final int MAX_SEED_BYTES = 4_000;

    private final Path folder;

    GateFilesFuzz() throws IOException {
        folder = Files.createTempDirectory("fuzzed");
        folder.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_files_are_read_or_refused(byte[] bytes) throws IOException {
        String[] files = new String(bytes, StandardCharsets.ISO_8859_1).split("\0", 3);
        write(ReportFolder.REPORT, files[0]);
        write(ReportFolder.ROWS, files.length > 1 ? files[1] : files[0]);
        write(ReportFolder.RUN, files.length > 2 ? files[2] : files[0]);

        readOrRefused(() -> ReportFolder.read(folder, "fuzzed")).ifPresent(this::kept);
        readOrRefused(() -> BaselineFile.read(folder.resolve(ReportFolder.REPORT)))
                .ifPresent(this::kept);
        readOrRefused(() -> GatePolicy.read(folder.resolve(ReportFolder.REPORT)))
                .ifPresent(policy -> assertThat(policy.arms()).isNotEmpty());
    }

    /** What is read holds nothing that the gate cannot work with. */
    private void kept(RunFigures read) {
        Set<String> arms = read.workloads().stream()
                .flatMap(workload -> workload.arms().keySet().stream())
                .collect(Collectors.toSet());
        Path kept = folder.resolve("kept.json");
        kept.toFile().deleteOnExit();
        BaselineFile.write(kept, read, arms);
        assertThat(read.protocol()).isNotNull();
        assertThat(BaselineFile.read(kept).protocol()).isEqualTo(read.protocol());
    }

    private <T> Optional<T> readOrRefused(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (GateException e) {
            assertThat(e.getMessage()).contains(String.valueOf(folder.getFileName()));
            return Optional.empty();
        }
    }

    @Test
    void the_first_seeds_are_read() throws IOException {
        String[] run = new String(seeds().findFirst().orElseThrow(), StandardCharsets.ISO_8859_1).split("\0", 3);
        write(ReportFolder.REPORT, run[0]);
        write(ReportFolder.ROWS, run[1]);
        write(ReportFolder.RUN, run[2]);
        RunFigures read = ReportFolder.read(folder, "fuzzed");
        assertThat(read.workloads().get(0).of("headroom")).hasSize(2);

        Path baseline = folder.resolve("seed.json");
        baseline.toFile().deleteOnExit();
        Files.write(baseline, seeds().skip(1).findFirst().orElseThrow());
        assertThat(BaselineFile.read(baseline).workloads().get(0).arms()).hasSize(1);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        file.toFile().deleteOnExit();
    }

    static Stream<byte[]> seeds() throws IOException {
        return Stream.of(
                        "{\"manifest\":{\"protocol\":" + PROTOCOL
                                + ",\"workloads\":[{\"workload\":\"w\",\"hash\":\"0\"}]}}\0"
                                + "workload,case,cluster,arm,f1,inputTokens,lost\nw,a,c,none,1,10,0\n"
                                + "w,a,c,headroom,0.5,2,0\nw,b,c,headroom,,3,1\n\0"
                                + "{\"machine\":\"m\",\"latency\":[{\"workload\":\"w\",\"arm\":\"headroom\",\"p99Millis\":1.5}]}",
                        "{\"format\":\"" + BaselineFile.FORMAT + "\",\"protocol\":" + PROTOCOL
                                + ",\"workloads\":[{\"workload\":\"w\",\"hash\":\"0\",\"controls\":[\"head\"],\"arms\":"
                                + "[{\"arm\":\"none\",\"cases\":[[\"a\",\"c\",0.5,10,0],[\"b\",\"c\",null,9,1]]}]}]}",
                        start(REPORTS.resolve("gate.yaml")),
                        "format: 1\ndefaults: &a {gate: true}\nworkloads: {w: *a}\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String start(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, Math.min(text.length(), MAX_SEED_BYTES));
    }
}
