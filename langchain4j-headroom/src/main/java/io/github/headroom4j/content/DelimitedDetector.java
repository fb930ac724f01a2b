package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/**
 * Rows of cells between commas, semicolons, pipes or tabs. Regular rows alone are not enough, prose and logs can be regular
 * by chance: there must be a row of titles, or columns of numbers.
 */
final class DelimitedDetector implements SampledDetector {

    private static final double REGULAR = 0.9;

    /** Words per cell beyond which cells are clauses of sentences. */
    private static final double WORDY = 12;

    private static final int MIN_ROWS = 2;
    private static final int MANY_ROWS = 5;
    private static final double MOST = 0.5;

    /** Columns of an exported log at least: time, level, message, and what the export adds. */
    private static final int EXPORTED = 4;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        if (lines.size() < MIN_ROWS) {
            return Optional.empty();
        }
        if (isSizes(lines)) {
            return Optional.empty();
        }
        if (isTable('\t', false, lines) || isTable('\t', true, lines)) {
            return Optional.of(Detection.of(ContentType.TSV, 0.9));
        }
        for (char delimiter : new char[] {',', ';', '|'}) {
            if (isTable(delimiter, true, lines)) {
                return Optional.of(Detection.of(ContentType.CSV, 0.9));
            }
        }
        return Optional.empty();
    }

    /** What {@code du} prints is a list of paths, but for a row of titles. */
    private static boolean isSizes(List<String> lines) {
        return SearchLines.isSizedPath(lines.get(0))
                && SampledDetector.isShare(REGULAR, lines, SearchLines::isSizedPath);
    }

    /**
     * Rows that carry both a point in time and a level are entries of a log, however regular they are; and so are all rows if
     * the first one, which would be the titles, is stamped in brackets. A log that was exported as a table has titles.
     */
    private static boolean isLog(List<String> lines) {
        String first = lines.get(0);
        if (!LogLines.isStamped(first) && isExported(lines)) {
            return false;
        }
        int entries = SampledDetector.count(lines, line -> LogLines.isStamped(line) && LogLines.hasLevel(line));
        boolean bracketed = lines.get(0).charAt(0) == '[' && LogLines.isStamped(lines.get(0));
        return bracketed || SampledDetector.share(entries, lines.size()) > MOST;
    }

    private static boolean isExported(List<String> lines) {
        return DelimitedLines.read(lines, ',', true, REGULAR)
                .filter(rows -> rows.width() >= EXPORTED)
                .filter(rows -> rows.regularity() >= REGULAR)
                .filter(rows -> rows.rows().hasHeader())
                .isPresent();
    }

    private static boolean isTable(char delimiter, boolean quotes, List<String> lines) {
        return DelimitedLines.read(lines, delimiter, quotes, REGULAR)
                .filter(rows -> isTable(rows, delimiter == '\t', lines))
                .isPresent();
    }

    private static boolean isTable(DelimitedLines delimited, boolean tabs, List<String> lines) {
        int size = delimited.size();
        int width = delimited.width();
        if (size < MIN_ROWS || width < 2 || delimited.regularity() < REGULAR) {
            return false;
        }
        DelimitedRows rows = delimited.rows();
        boolean code = (rows.emptyEnds() > MOST && width == 2) || rows.indented() > MOST;
        if (code) {
            return false;
        }
        if (tabs) {
            return (rows.hasHeader() || rows.valueColumns() > 0 || size >= MANY_ROWS) && !isLog(lines);
        }
        if (rows.clauses() > MOST && rows.valueColumns() == 0) {
            return false;
        }
        boolean titled = rows.hasHeader() && (width > 2 || rows.valueColumns() > 0 || size >= MANY_ROWS);
        boolean enough = width > 2 ? rows.valueColumns() > 0 : rows.valueColumns() == 2;
        boolean numbers = enough && size >= MANY_ROWS;
        return (titled || numbers) && (rows.hasQuotedCells() || rows.wordsPerCell() < WORDY) && !isLog(lines);
    }
}
