package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.headroom4j.eval.job.EvalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandTest {

    private final Path folder;

    PageCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_page_is_made_of_a_report_from_elsewhere() throws IOException {
        Files.copy(Path.of("..", "reports", "report.json"), folder.resolve("report.json"));
        assertThat(run("page", "--reports", folder.toString())).contains("report.html");
        assertThat(Files.readString(folder.resolve("report.html")))
                .startsWith("<!doctype html>")
                .contains("In short")
                .doesNotContain("How long it takes");
    }

    @Test
    void a_folder_without_report_is_named() {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> run("page", "--reports", folder.toString()))
                .withMessageContaining("report.json is no file");
    }

    private String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalHarness.run(folder, new PrintStream(out, true, StandardCharsets.UTF_8), args);
        return out.toString(StandardCharsets.UTF_8);
    }
}
