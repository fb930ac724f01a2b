package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.SourceFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV with a heading, row by row, so that every mistake is reported with file, line and column. Stateless. */
final class CsvRows {

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    private CsvRows() {}

    /** One row. */
    record Row(String file, CSVRecord cells, long line) {

        String text(String column) {
            if (!cells.isSet(column)) {
                throw mistake(column, "is missing");
            }
            return cells.get(column);
        }

        String optional(String column) {
            return cells.isMapped(column) && cells.isSet(column) ? cells.get(column) : "";
        }

        int integer(String column) {
            try {
                return Integer.parseInt(text(column).strip());
            } catch (NumberFormatException e) {
                throw mistake(column, "must be a whole number, but is " + shortened(text(column)));
            }
        }

        DatasetException mistake(String column, String problem) {
            return new DatasetException(file + ": line " + line + ": column '" + column + "' " + problem);
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }
    }

    static void read(Path file, List<String> columns, Consumer<Row> sink) {
        long line = 1;
        try (Reader in = SourceFile.of(file).reader();
                CSVParser parser = CSV.parse(in)) {
            for (String column : columns) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    throw new DatasetException(file + ": line 1: column '" + column + "' is missing");
                }
            }
            for (CSVRecord cells : parser) {
                sink.accept(new Row(file.toString(), cells, line + 1));
                line = parser.getCurrentLineNumber();
            }
        } catch (UncheckedIOException | IOException | IllegalArgumentException | IllegalStateException e) {
            throw new DatasetException(file + ": not valid CSV after line " + line + ": " + e.getMessage(), e);
        }
    }
}
