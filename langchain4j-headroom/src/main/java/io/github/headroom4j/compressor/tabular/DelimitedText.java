package io.github.headroom4j.compressor.tabular;

import java.util.List;

/**
 * Delimited text that makes a table.
 *
 * @param text the text, without what stands before the table
 * @param records its records
 * @param dialect how they were read
 * @param titled whether the first record names the columns
 * @param names what the columns are called
 */
record DelimitedText(String text, Records records, Dialect dialect, boolean titled, List<String> names) {

    /** The index of the first record that is a row. */
    int first() {
        return titled ? 1 : 0;
    }
}
