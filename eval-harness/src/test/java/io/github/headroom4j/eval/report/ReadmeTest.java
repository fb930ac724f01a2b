package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README says what the committed report says, figure by figure. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void tables_are_those_of_the_committed_report(@TempDir Path folder) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Path copy = Files.writeString(folder.resolve("README.md"), readme);
        ReadmeBlock.update(copy, Files.readString(ROOT.resolve("reports/report.json")));
        assertThat(Files.readString(copy))
                .as("README.md differs from reports/report.json; --readme README.md of the main job writes it anew")
                .isEqualTo(readme);
    }

    @Test
    void what_is_read_back_is_what_was_written() {
        Report report = Reports.of("toy", 25);
        SummaryReader read = SummaryReader.of(new ReportJson(report).text());
        assertThat(Tables.main(read.rows(), read.strengths()).markdown())
                .isEqualTo(new Tables(report).main().markdown());
        assertThat(read.protocol()).isEqualTo(Reports.PROTOCOL);
    }
}
