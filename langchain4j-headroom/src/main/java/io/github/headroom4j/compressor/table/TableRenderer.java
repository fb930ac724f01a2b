package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Prints a table, whole or in part. */
record TableRenderer(Pace pace) {

    String write(Table table) {
        int rows = table.rows().size();
        return title(rows)
                + TableWriter.tabs(TablePlan.of(table, pace))
                        .write(Collections.nCopies(rows, Literal.NULL), Elision::rows);
    }

    /** Prints some rows, planned as a table of their own, with notes for the others. */
    String write(Table table, BitSet shown, List<String> summary, Table.RowNotes notes) {
        List<Value> places = new ArrayList<>();
        List<String> unsaid = summary;
        int rows = table.rows().size();
        for (int row = 0; row < rows; row++) {
            if (shown.get(row)) {
                places.add(Literal.NULL);
            } else {
                int next = shown.nextSetBit(row);
                int last = (next < 0 ? rows : next) - 1;
                places.add(new Elided(row, last, unsaid));
                unsaid = List.of();
                row = last;
            }
        }
        Table part = new Table(
                table.names(), shown.stream().mapToObj(table.rows()::get).toList());
        return title(rows) + TableWriter.tabs(TablePlan.of(part, pace)).write(places, notes);
    }

    private static String title(int rows) {
        return "@ " + rows + " rows\n";
    }
}
