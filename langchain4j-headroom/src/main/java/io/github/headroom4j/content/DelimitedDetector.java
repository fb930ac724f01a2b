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
    private static final double WORDY = 5;

    private static final int MIN_ROWS = 2;
    private static final int MANY_ROWS = 5;
    private static final double MOST = 0.5;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        if (lines.size() < MIN_ROWS) {
            return Optional.empty();
        }
        if (isTable(DelimitedRows.read(lines, '\t'), true)) {
            return Optional.of(Detection.of(ContentType.TSV, 0.9));
        }
        for (char delimiter : new char[] {',', ';', '|'}) {
            if (isTable(DelimitedRows.read(lines, delimiter), false)) {
                return Optional.of(Detection.of(ContentType.CSV, 0.9));
            }
        }
        return Optional.empty();
    }

    private static boolean isTable(DelimitedRows rows, boolean tabs) {
        if (rows.size() < MIN_ROWS || rows.width() < 2 || rows.regularity() < REGULAR) {
            return false;
        }
        boolean code = (rows.emptyEnds() > MOST && rows.width() == 2) || rows.indented() > MOST;
        if (code) {
            return false;
        }
        if (tabs) {
            return rows.hasHeader() || rows.valueColumns() > 0 || rows.size() >= MANY_ROWS;
        }
        boolean titled = rows.hasHeader() && (rows.width() > 2 || rows.valueColumns() > 0 || rows.size() >= MANY_ROWS);
        boolean numbers = rows.width() > 2 && rows.valueColumns() > 0 && rows.size() >= MANY_ROWS;
        return (titled || numbers) && rows.wordsPerCell() < WORDY;
    }
}
