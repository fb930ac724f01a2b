package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.report.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One row per point. */
final class CurveCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(
                    "way",
                    "setting",
                    "contextTokensBefore",
                    "contextTokensAfter",
                    "saved",
                    "answerStillShown",
                    "lower",
                    "upper",
                    "evidenceStillShown",
                    "f1")
            .get();

    private CurveCsv() {}

    static String text(List<CurvePoint> points) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (CurvePoint point : points) {
                printer.printRecord(
                        point.way(),
                        point.setting(),
                        point.contextBefore(),
                        point.contextAfter(),
                        figure(point.saved()),
                        figure(point.hasAnswer().value()),
                        figure(point.hasAnswer().lower()),
                        figure(point.hasAnswer().upper()),
                        figure(point.evidence()),
                        figure(point.f1()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return out.toString();
    }

    private static String figure(double value) {
        return Figures.exact(value).toPlainString();
    }
}
