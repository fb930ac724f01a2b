package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out how delimited text was written. */
final class DelimitedFormatLearner {

    /** A cell that is written as nothing although its row ends with it. */
    private static final Text NOTHING = new Text("\"");

    private final DelimitedText delimited;
    private final Records records;
    private final List<List<String>> raw = new ArrayList<>();

    private DelimitedFormatLearner(DelimitedText delimited) {
        this.delimited = delimited;
        this.records = delimited.records();
    }

    /**
     * Finds out.
     *
     * @param delimited the text
     * @return the format and what the cells hold in it, or empty if its lines do not end alike; whether the format gives
     *     the same text is not checked
     */
    static Optional<TableText.Exact> learn(DelimitedText delimited) {
        DelimitedFormatLearner learner = new DelimitedFormatLearner(delimited);
        return learner.readRaw() ? Optional.of(learner.learn()) : Optional.empty();
    }

    private boolean readRaw() {
        String lineEnd = records.lineEnd(0);
        for (int record = 0; record < records.size(); record++) {
            boolean uniform =
                    record + 1 == records.size() || records.lineEnd(record).equals(lineEnd);
            raw.add(records.raw(record));
            if (!uniform || raw.get(record).size() != records.values(record).size()) {
                return false;
            }
        }
        return true;
    }

    private TableText.Exact learn() {
        String lineEnd = records.lineEnd(0);
        int after = delimited.text().length() - records.to(records.size() - 1);
        int width = delimited.names().size();
        boolean ragged = raw.subList(delimited.first(), raw.size()).stream().anyMatch(cells -> cells.size() < width);
        List<Quoting> quoting = QuotingChoice.ofColumns(delimited, raw);
        DelimitedFormat format = new DelimitedFormat(
                delimited.dialect(),
                lineEnd,
                after / lineEnd.length(),
                delimited.titled(),
                ragged,
                delimited.titled() ? QuotingChoice.ofTitles(delimited, raw.get(0)) : Quoting.PLAIN,
                quoting);
        List<List<@Nullable Value>> rows = new ArrayList<>();
        for (int record = delimited.first(); record < raw.size(); record++) {
            List<@Nullable Value> cells = cells(record, quoting);
            int last = cells.size() - 1;
            if (ragged
                    && last > 0
                    && cells.get(last) == null
                    && delimited.dialect().quotes()) {
                cells.set(last, NOTHING);
            }
            rows.add(DelimitedReader.filled(cells, width));
        }
        return new TableText.Exact(
                format, new Table(delimited.names(), records.pace().list(rows)));
    }

    private List<@Nullable Value> cells(int record, List<Quoting> quoting) {
        Dialect dialect = delimited.dialect();
        List<@Nullable Value> cells = new ArrayList<>();
        for (int column = 0; column < raw.get(record).size(); column++) {
            String value = records.values(record).get(column);
            String written = raw.get(record).get(column);
            cells.add(
                    dialect.quotes()
                            ? quoting.get(column).read(written, value, dialect.delimiter())
                            : Cells.plain(value));
        }
        return cells;
    }
}
