package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report for programs is what its schema says, and the schema says of every field what it means. */
class ReportSchemaTest {

    private static final Path COMMITTED = Path.of("..", "reports");

    @Test
    void written_reports_hold_to_the_schema() throws IOException {
        assertThat(problems(new ReportJson(Reports.of("toy", 25)).text())).isEmpty();
        assertThat(problems(new ReportJson(Reports.of(Reports.HOSTILE, 2)).text()))
                .isEmpty();
    }

    @Test
    void what_is_known_beyond_intervals_has_its_place() throws IOException {
        Report report = Reports.of("toy", 25);
        String json = new ReportJson(report).text();
        assertThat(report.strengths())
                .extracting(Strength::arm)
                .contains("headroom")
                .doesNotContain("none", "head");
        assertThat(problems(json)).isEmpty();
        assertThat(json).contains("\"adjustedP\" : ", "\"detectableDifference\" : ", "\"power\" : ");
        assertThat(ReadmeBlock.of(json)).contains("| p, by Holm | power |");
    }

    @Test
    void the_committed_report_holds_to_the_committed_schema() throws IOException {
        assertThat(problems(Files.readString(COMMITTED.resolve("report.json")))).isEmpty();
        assertThat(Files.readString(COMMITTED.resolve("report.schema.json"))).isEqualTo(schema());
    }

    @Test
    void a_field_that_the_schema_does_not_know_is_found() throws IOException {
        String json = new ReportJson(Reports.of("toy", 25)).text();
        assertThat(problems(json.replaceFirst("\"arm\" : \"none\"", "\"arm\" : \"none\", \"colour\" : 1")))
                .anyMatch(problem -> problem.contains("colour"));
        assertThat(problems(json.replaceFirst("\"f1\" : 1", "\"f1\" : 7"))).isNotEmpty();
        assertThat(problems(json.replaceFirst("\"format\" : 2", "\"format\" : 1")))
                .isNotEmpty();
    }

    @Test
    void every_file_but_the_one_of_the_run_is_the_same_each_time(@TempDir Path one, @TempDir Path other)
            throws IOException {
        new ReportFiles(one).write(Reports.of("toy", 25), 1);
        new ReportFiles(other).write(Reports.of("toy", 25), 2);
        for (String file :
                List.of("report.json", "report.csv", "summary.md", "junit.xml", "costs.csv", "report.schema.json")) {
            assertThat(one.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
        }
        assertThat(Files.readString(one.resolve("run.json"))).contains("\"commit\"", "\"latency\"", "\"finished\"");
    }

    private static List<String> problems(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String schema() throws IOException {
        try (InputStream in = ReportJson.class.getResourceAsStream("report.schema.json")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
