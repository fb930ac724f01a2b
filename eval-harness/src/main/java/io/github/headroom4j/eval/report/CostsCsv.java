package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.cache.Priced;
import io.github.headroom4j.eval.metric.CaseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One row per long session, arm and provider's cache. */
final class CostsCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader("workload", "case", "arm", "setting", "cache", "inputTokens", "read", "written", "cost")
            .get();

    private CostsCsv() {}

    static String text(Report report) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (CaseResult result : report.results()) {
                for (Priced price : result.prices()) {
                    print(printer, result, price);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, CaseResult result, Priced price) throws IOException {
        CsvCells.print(
                printer,
                result.subject().workload(),
                result.subject().id(),
                result.arm(),
                result.setting(),
                price.provider(),
                price.usage().input(),
                price.usage().read(),
                price.usage().written(),
                Figures.exact(price.cost()).toPlainString());
    }
}
