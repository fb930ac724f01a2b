package io.github.headroom4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.report.ReadmeBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README and the report for people say what the report for programs says. */
class SpeedInReadmeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void should_be_what_the_committed_report_says(@TempDir Path folder) throws IOException {
        Path project = Bench.project();
        JsonNode report =
                JSON.readTree(project.resolve("reports/performance.json").toFile());
        List<SpeedRow> rows = Arrays.asList(JSON.treeToValue(report.path("results"), SpeedRow[].class));
        Machine machine = JSON.treeToValue(report.path("machine"), Machine.class);
        Path copy = Files.copy(project.resolve("README.md"), folder.resolve("README.md"));

        ReadmeBlock.put(copy, "speed", new SpeedPage(rows).brief(machine));
        CompressionPerformance.write(
                folder, rows, machine, report.path("command").textValue());

        assertThat(copy).hasSameTextualContentAs(project.resolve("README.md"));
        assertThat(folder.resolve("performance.md")).hasSameTextualContentAs(project.resolve("reports/performance.md"));
        assertThat(folder.resolve("performance.json"))
                .hasSameTextualContentAs(project.resolve("reports/performance.json"));
    }
}
