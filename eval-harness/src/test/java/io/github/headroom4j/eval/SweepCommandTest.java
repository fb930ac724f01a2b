package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.headroom4j.eval.job.EvalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sweep} as a whole, on a made-up data set. */
class SweepCommandTest {

    private static final List<String> NAIVE = List.of("head", "tail", "random");

    private final Path project;
    private final CommandLineFixture harness;
    private final IncidentFixture incidents;

    SweepCommandTest(@TempDir Path project) {
        this.project = project;
        harness = new CommandLineFixture(project);
        incidents = IncidentFixture.in(project.resolve("datasets"), 3);
    }

    @Test
    void should_save_more_the_smaller_the_budget_and_never_let_naive_arms_spend_more() {
        String printed = harness.printed(
                "sweep",
                "--workloads",
                "log-triage",
                "--points",
                "lossless,safe,2000,800,300",
                "--limit",
                "2",
                "--reports",
                "out");
        List<CSVRecord> rows = rows("out/frontier.csv");

        assertThat(rows).hasSize(5 * 4).allSatisfy(row -> {
            assertThat(row.get("workload")).isEqualTo("log-triage");
            assertThat(row.get("sample")).isEqualTo("log-triage: 2 of 3 cases (--sample 40 --limit 2)");
            assertThat(number(row, "saved")).isBetween(number(row, "savedLower"), number(row, "savedUpper"));
            assertThat(number(row, "f1Difference"))
                    .isBetween(number(row, "f1DifferenceLower"), number(row, "f1DifferenceUpper"));
        });
        assertThat(of("headroom", rows))
                .extracting(row -> row.get("point"))
                .containsExactly("lossless", "safe", "2000", "800", "300");
        List<CSVRecord> budgets = of("headroom", rows).subList(2, 5);
        assertThat(budgets.stream().map(row -> number(row, "saved")).toList()).isSorted();
        assertThat(number(budgets.get(2), "saved")).isGreaterThan(number(budgets.get(0), "saved"));
        for (CSVRecord ours : of("headroom", rows)) {
            assertThat(number(ours, "evidenceLost")).as(ours.get("point")).isZero();
            assertThat(rows)
                    .filteredOn(row -> NAIVE.contains(row.get("arm")))
                    .filteredOn(row -> row.get("point").equals(ours.get("point")))
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(number(row, "resultTokensAfter"))
                            .isLessThanOrEqualTo(number(ours, "resultTokensAfter")));
        }
        assertThat(printed).contains("| log-triage | 300 | headroom |", "frontier.csv");
        assertThat(project.resolve("out/frontier-log-triage.svg"))
                .content()
                .contains("log-triage: 2 of 3 cases", "a budget per tool result (ours)", "lines drawn at random");
    }

    @Test
    void a_lossless_point_should_keep_all_evidence_in_sight() {
        harness.run("sweep", "--workloads", "log-triage", "--points", "lossless", "--sample", "1", "--reports", "out");
        CSVRecord ours = of("headroom", rows("out/frontier.csv")).get(0);
        assertThat(ours.get("fidelity")).isEqualTo("lossless");
        assertThat(ours.get("budget")).isEmpty();
        assertThat(number(ours, "evidenceVisible")).isPositive();
        assertThat(number(ours, "evidenceRecoverable") + number(ours, "evidenceLost"))
                .isZero();
    }

    @Test
    void should_write_the_same_bytes_in_every_locale() {
        Locale before = Locale.getDefault();
        String[] args = {"sweep", "--workloads", "log-triage", "--points", "safe,500", "--full", "--reports", "one"};
        harness.run(args);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            args[args.length - 1] = "two";
            harness.run(args);
        } finally {
            Locale.setDefault(before);
        }
        for (String file : List.of("frontier.csv", "frontier-log-triage.svg")) {
            assertThat(project.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(project.resolve("one").resolve(file));
        }
        assertThat(project.resolve("one/frontier-log-triage.svg"))
                .content()
                .contains("log-triage: all 3 cases (--full); uncompressed F1 ");
    }

    @Test
    void ablations_should_tell_what_a_part_earns() {
        incidents.edit("incidents/toy-0/incident.json", "Carts fail", "What of cart 3100? Carts fail");
        String printed = harness.printed(
                "sweep", "--workloads", "log-triage", "--ablations", "--limit", "2", "--reports", "out");
        List<CSVRecord> rows = rows("out/ablations.csv");

        CSVRecord whole = of("headroom", rows).get(0);
        assertThat(number(whole, "f1DifferenceToHeadroom")).isZero();
        assertThat(number(whole, "savedOverHeadroom")).isZero();
        CSVRecord unasked = of("without-question", rows).get(0);
        assertThat(unasked.get("inputTokensAfter")).isNotEqualTo(whole.get("inputTokensAfter"));
        CSVRecord unretrieved = of("without-retrieve", rows).get(0);
        assertThat(number(unretrieved, "evidenceRecoverable")).isZero();
        assertThat(number(unretrieved, "evidenceLost")).isEqualTo(number(whole, "evidenceRecoverable"));
        assertThat(number(unretrieved, "savedOverHeadroom")).isPositive();
        assertThat(number(of("lossless", rows).get(0), "savedOverHeadroom")).isNegative();
        assertThat(number(of("without-log", rows).get(0), "savedOverHeadroom")).isNegative();
        assertThat(of("without-html", rows).get(0).get("inputTokensAfter")).isEqualTo(whole.get("inputTokensAfter"));
        assertThat(printed).contains("| log-triage | without-log |", "ablations.csv");
    }

    @Test
    void ablations_should_run_in_the_main_job_only_when_asked() throws IOException {
        harness.run("--workloads", "log-triage", "--limit", "1", "--reports", "usual");
        assertThat(Files.readString(project.resolve("usual/report.csv"))).doesNotContain("without-");
        harness.run("--workloads", "log-triage", "--limit", "1", "--arms", "without-log", "--reports", "asked");
        assertThat(Files.readString(project.resolve("asked/report.csv"))).contains("without-log");
        assertThat(harness.printed("list", "arms")).containsPattern("without-question +when asked +log-triage");
    }

    @Test
    void should_name_what_makes_no_sense() {
        assertUsage("a point must be lossless, safe or a number of tokens, but was 'tiny'", "--points", "tiny");
        assertUsage("but was '0'", "--points", "0");
        assertUsage("--points safe and --ablations exclude each other", "--points", "safe", "--ablations");
        assertUsage("--full and --sample 2 exclude each other", "--full", "--sample", "2");
        assertUsage("sweep-rag is for retrieved passages", "--workloads", "rag");
        assertUsage("Did you mean 'log-triage'?", "--workloads", "log-triag");
    }

    private void assertUsage(String message, String... options) {
        List<String> args = new ArrayList<>(List.of("sweep"));
        args.addAll(List.of(options));
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> harness.run(args.toArray(String[]::new)))
                .withMessageContaining(message)
                .returns(EvalException.USAGE, EvalException::exitCode);
    }

    private static List<CSVRecord> of(String arm, List<CSVRecord> rows) {
        return rows.stream().filter(row -> row.get("arm").equals(arm)).toList();
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private List<CSVRecord> rows(String file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(project.resolve(file), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
