package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One row per case and arm. */
final class ReportCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(
                    "workload",
                    "case",
                    "cluster",
                    "split",
                    "tier",
                    "arm",
                    "gold",
                    "answered",
                    "matched",
                    "f1",
                    "requests",
                    "inputTokens",
                    "cachedTokens",
                    "toolResultTokens",
                    "visible",
                    "recoverable",
                    "lost",
                    "inputTokensBefore",
                    "saved",
                    "f1Difference")
            .get();

    private ReportCsv() {}

    static String text(Report report) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (ArmSummary.Pair pair : report.pairs()) {
                print(printer, pair);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, ArmSummary.Pair pair) throws IOException {
        CaseResult result = pair.after();
        CsvCells.print(
                printer,
                result.subject().workload(),
                result.subject().id(),
                result.subject().cluster(),
                result.subject().split(),
                result.subject().tier(),
                result.arm(),
                result.score().gold(),
                result.score().answered(),
                result.score().matched(),
                result.subject().tier().equals(EvalCase.SAVINGS_ONLY)
                        ? ""
                        : Figures.exact(result.f1()).toPlainString(),
                result.usage().requests(),
                result.usage().inputTokens(),
                result.usage().cachedTokens(),
                result.usage().resultTokens(),
                result.evidence().visible(),
                result.evidence().recoverable(),
                result.evidence().lost(),
                pair.before().usage().inputTokens(),
                Figures.exact(CaseChanges.saved(pair)).toPlainString(),
                Figures.exact(pair.difference()).toPlainString());
    }
}
