package io.github.headroom4j.eval.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVPrinter;

/**
 * Cells that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe before it, as OWASP advises,
 * and figures stay as they are. Stateless.
 */
public final class CsvCells {

    /** With these a formula begins, or what is before one is cut off. */
    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private static final Pattern FIGURE =
            Pattern.compile("[+-]?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:[Ee][+-]?[0-9]{1,9})?");

    private CsvCells() {}

    /**
     * Prints a row.
     *
     * @param printer where
     * @param cells figures and texts
     * @throws IOException if the printer's target fails
     */
    public static void print(CSVPrinter printer, Object... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(CsvCells::harmless));
    }

    private static Object harmless(Object cell) {
        String text = String.valueOf(cell);
        boolean formula = !text.isEmpty()
                && BEGINNINGS.indexOf(text.charAt(0)) >= 0
                && !FIGURE.matcher(text).matches();
        return formula ? "'" + text : cell;
    }
}
