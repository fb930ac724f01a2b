package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.report.CsvCells;
import io.github.headroom4j.eval.report.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as all sweeps write it. */
final class Csv {

    private Csv() {}

    static String text(List<String> header, List<List<Object>> rows) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader(header.toArray(String[]::new))
                .get();
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            for (List<Object> row : rows) {
                CsvCells.print(printer, row.toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return out.toString();
    }

    static String figure(double value) {
        return Figures.exact(value).toPlainString();
    }
}
