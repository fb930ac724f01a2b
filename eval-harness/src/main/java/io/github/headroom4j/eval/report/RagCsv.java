package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.RagOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One row per case with retrieved passages and arm. */
final class RagCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(
                    "workload",
                    "case",
                    "tier",
                    "passages",
                    "arm",
                    "answerable",
                    "answered",
                    "exact",
                    "f1",
                    "hasAnswer",
                    "lookups",
                    "contextTokens",
                    "inputTokens",
                    "visible",
                    "recoverable",
                    "lost")
            .get();

    private RagCsv() {}

    static String text(Report report) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (CaseResult result : report.results()) {
                RagOutcome outcome = result.rag();
                if (outcome != null) {
                    print(printer, result, outcome);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, CaseResult result, RagOutcome outcome) throws IOException {
        CsvCells.print(
                printer,
                result.subject().workload(),
                result.subject().id(),
                result.subject().tier(),
                outcome.passages(),
                result.arm(),
                outcome.answerable(),
                outcome.answered(),
                outcome.exact(),
                Figures.exact(result.f1()).toPlainString(),
                outcome.hasAnswer(),
                outcome.lookups(),
                outcome.contextTokens(),
                result.usage().inputTokens(),
                result.evidence().visible(),
                result.evidence().recoverable(),
                result.evidence().lost());
    }
}
