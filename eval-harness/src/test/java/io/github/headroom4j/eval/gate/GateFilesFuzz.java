package io.github.headroom4j.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file as what the gate reads: {@code report.json} with a {@code report.csv} and a {@code run.json} beside it, a baseline, a
 * policy. An input holds up to three files, with a zero byte between them.
 */
final class GateFilesFuzz {

    private static final Path REPORTS = Path.of("..", "reports");

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

        refusedAtMost(() -> ReportFolder.read(folder, "fuzzed"));
        refusedAtMost(() -> BaselineFile.read(folder.resolve(ReportFolder.REPORT)));
        refusedAtMost(() -> GatePolicy.read(folder.resolve(ReportFolder.REPORT)));
    }

    private void refusedAtMost(ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(GateException.class);
            assertThat(thrown.getMessage()).contains(String.valueOf(folder.getFileName()));
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        file.toFile().deleteOnExit();
    }

    static Stream<byte[]> seeds() throws IOException {
        return Stream.of(
                        start(REPORTS.resolve("report.json")) + "\0" + start(REPORTS.resolve("report.csv")),
                        start(REPORTS.resolve("baseline.json")),
                        start(REPORTS.resolve("gate.yaml")),
                        "{\"format\":2,\"manifest\":{\"protocol\":{\"margin\":2,\"confidence\":0.95,\"resamples\":10,\"seed\":1,"
                                + "\"minCases\":1,\"minClusters\":1},\"arms\":[]},\"summaries\":[]}\0workload,case\nw,c\n\0{}",
                        "format: 1\ndefaults: &a {gate: true}\nworkloads: {w: *a}\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String start(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, Math.min(text.length(), MAX_SEED_BYTES));
    }
}
