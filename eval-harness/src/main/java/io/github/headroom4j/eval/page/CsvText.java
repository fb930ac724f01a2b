package io.github.headroom4j.eval.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the tables that lie beside the report, which have a header. Stateless. */
final class CsvText {

    private CsvText() {}

    /**
     * The rows below the header; none of an empty text.
     *
     * @throws UncheckedIOException if the text is no CSV
     */
    static List<CSVRecord> rows(String csv) {
        try (StringReader in = new StringReader(csv)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        }
    }

    /** A share in percent, a difference in points. */
    static double percent(CSVRecord row, String column) {
        return 100 * Double.parseDouble(row.get(column));
    }
}
