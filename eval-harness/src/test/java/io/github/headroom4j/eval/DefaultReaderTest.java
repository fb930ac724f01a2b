package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default run in a process of its own, which says what it loads. */
class DefaultReaderTest {

    @Test
    void the_default_run_should_load_no_model_and_no_network(@TempDir Path project) throws Exception {
        IncidentFixture.in(project.resolve("datasets"), 2);
        Path loaded = project.resolve("loaded.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EvalHarness.class.getName(),
                        "run",
                        "--workloads",
                        "log-triage"))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(project.toFile(), "printed.txt"))
                .start();

        assertThat(process.waitFor()).as(printed(project)).isZero();
        assertThat(Files.readString(project.resolve("reports/report.json")))
                .contains("\"reader\" : \"deterministic\"")
                .doesNotContain("\"reading\"", "\"model\"");
        assertThat(Files.readString(loaded))
                .contains("io.github.headroom4j.eval.job.EvalJob ")
                .doesNotContain(
                        "io.github.headroom4j.eval.reader.model.provider",
                        "io.github.headroom4j.eval.reader.model.http",
                        "dev.langchain4j.http",
                        "dev.langchain4j.model.openai",
                        "dev.langchain4j.model.anthropic",
                        "dev.langchain4j.model.ollama",
                        "de.kherud",
                        "java.net.http.HttpClient",
                        "java.net.Socket ");
    }

    private static String printed(Path project) throws IOException {
        return Files.readString(project.resolve("printed.txt"));
    }
}
