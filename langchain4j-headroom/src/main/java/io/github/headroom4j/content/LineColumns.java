package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** The columns of a listing that nothing but blanks parts. Implementations are immutable. */
public interface LineColumns {

    /**
     * Finds the columns under a line of titles, as {@code ps}, {@code df}, {@code dpkg -l} and {@code kubectl get} print them:
     * between two words of the titles there is a place that is blank in nearly all rows. Linear in the characters.
     *
     * @param titles the line of titles, without its end
     * @param rows the lines under it, without their ends
     * @return the columns, or empty if the lines do not stand in at least three columns that are mostly filled; under titles
     *     that hyphens underline, in two
     */
    static Optional<LineColumns> under(String titles, List<String> rows) {
        return BlankColumns.under(titles, rows);
    }

    /**
     * Finds the columns of lines whose words are of the same kinds in the same order, as {@code md5sum}, {@code wc} and
     * {@code apt list} print them. Linear in the characters.
     *
     * @param rows the lines, without their ends
     * @return the columns, or empty if the lines are too few or too unlike, or are sentences
     */
    static Optional<LineColumns> ofWords(List<String> rows) {
        return WordColumns.of(rows);
    }

    /**
     * The titles of the columns.
     *
     * @return one for each column, without blanks at their ends; empty ones where there is no line of titles
     */
    List<String> titles();

    /**
     * Cuts a row.
     *
     * @param row a line without its end
     * @return for each column what stands in it, without blanks at its ends; or empty if the row cannot be cut without
     *     doubt
     */
    Optional<List<String>> cells(String row);
}
