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
    private final QuotingChoice titleQuoting;
    private final QuotingChoice cellQuoting;
    private boolean ragged;

    private DelimitedFormatLearner(DelimitedText delimited) {
        this.delimited = delimited;
        this.records = delimited.records();
        int width = delimited.names().size();
        titleQuoting = new QuotingChoice(width, delimited.dialect().delimiter());
        cellQuoting = new QuotingChoice(width, delimited.dialect().delimiter());
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

    /** Looks at how the cells are written, or says that no format writes such records. */
    private boolean readRaw() {
        String lineEnd = records.lineEnd(0);
        for (int record = 0; record < records.size(); record++) {
            boolean uniform =
                    record + 1 == records.size() || records.lineEnd(record).equals(lineEnd);
            List<String> values = records.values(record);
            List<String> raw = records.raw(record, values);
            if (!uniform || raw.size() != values.size()) {
                return false;
            }
            boolean title = record < delimited.first();
            (title ? titleQuoting : cellQuoting).count(raw, values);
            ragged |= !title && raw.size() < delimited.names().size();
        }
        return true;
    }

    private TableText.Exact learn() {
        String lineEnd = records.lineEnd(0);
        int after = delimited.text().length() - records.to(records.size() - 1);
        List<Quoting> quoting = cellQuoting.ofColumns();
        DelimitedFormat format = new DelimitedFormat(
                delimited.dialect(),
                lineEnd,
                after / lineEnd.length(),
                delimited.titled(),
                ragged,
                titleQuoting.ofAll(),
                quoting);
        List<List<@Nullable Value>> rows = new ArrayList<>();
        for (int record = delimited.first(); record < records.size(); record++) {
            rows.add(row(record, quoting));
        }
        return new TableText.Exact(
                format, new Table(delimited.names(), records.pace().list(rows)));
    }

    /** The cells of a record: those that were read where they say how they were written, so that each row is held once. */
    private List<@Nullable Value> row(int record, List<Quoting> quoting) {
        List<@Nullable Value> read = records.cells(record);
        List<@Nullable Value> exact = delimited.dialect().quotes() ? exact(record, read, quoting) : read;
        return DelimitedReader.filled(
                exact.equals(read) ? read : exact, delimited.names().size());
    }

    private List<@Nullable Value> exact(int record, List<@Nullable Value> read, List<Quoting> quoting) {
        List<String> raw = records.raw(record, records.values(record));
        List<@Nullable Value> cells = new ArrayList<>();
        for (int column = 0; column < raw.size(); column++) {
            cells.add(quoting.get(column)
                    .read(raw.get(column), read.get(column), delimited.dialect().delimiter()));
        }
        int last = cells.size() - 1;
        if (ragged && last > 0 && cells.get(last) == null) {
            cells.set(last, NOTHING);
        }
        return cells;
    }
}
