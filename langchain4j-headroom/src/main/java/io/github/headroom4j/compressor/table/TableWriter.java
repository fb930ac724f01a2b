package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Field.Mode;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a planned table below its title: what is said once, the columns, the rows, and what is said about missing ones. */
final class TableWriter {

    /** So many rows tell whether commas or tabs are cheaper. */
    private static final int SAMPLED_ROWS = 40;

    /** Tabs can stand between any cells; commas must save so much to be preferred. */
    private static final double CLEARLY_CHEAPER = 0.98;

    private final TablePlan plan;
    private final char separator;

    private TableWriter(TablePlan plan, char separator) {
        this.plan = plan;
        this.separator = separator;
    }

    /** A writer with the separator by which the first rows cost less. */
    static TableWriter cheapest(TablePlan plan, TokenCounter counter) {
        TableWriter tabs = new TableWriter(plan, '\t');
        TableWriter commas = new TableWriter(plan, ',');
        boolean cheaper = plan.grid().layout().inOrder(Mode.CELL).size() > 1
                && counter.count(commas.sample()) < counter.count(tabs.sample()) * CLEARLY_CHEAPER;
        return cheaper ? commas : tabs;
    }

    /** A writer with tabs between cells. */
    static TableWriter tabs(TablePlan plan) {
        return new TableWriter(plan, '\t');
    }

    char separator() {
        return separator;
    }

    private String sample() {
        StringBuilder sample = new StringBuilder();
        new HeaderWriter(sample).list(plan.grid().layout(), Mode.CELL, String.valueOf(separator));
        RowWriter rows = rows(sample);
        for (int row = 0; row < Math.min(SAMPLED_ROWS, plan.grid().rows()); row++) {
            sample.append('\n');
            rows.write(row);
        }
        return sample.toString();
    }

    private RowWriter rows(StringBuilder out) {
        return separator == ',' ? RowWriter.ofCommas(plan, out) : RowWriter.ofLines(plan, out);
    }

    private Repetitions repetitions() {
        Repetitions repetitions = new Repetitions(plan.grid().pace());
        StringBuilder scratch = new StringBuilder();
        RowWriter counter = rows(scratch).passing(repetitions);
        for (int row = 0; row < plan.grid().rows(); row++) {
            scratch.setLength(0);
            counter.write(row);
        }
        repetitions.endCounting();
        return repetitions;
    }

    /** Writes the table for values of which those that are not elided are the plan's rows, and notes for the others. */
    String write(List<? extends Value> values, Table.RowNotes notes) {
        StringBuilder out = new StringBuilder();
        Layout layout = plan.grid().layout();
        HeaderWriter header = new HeaderWriter(out);
        if (layout.root().holds(Mode.FIXED)) {
            out.append(DocumentWriter.EVERY_ROW);
            header.list(layout, Mode.FIXED, ",");
            out.append('\n');
        }
        if (layout.root().holds(Mode.SPARSE)) {
            out.append(DocumentWriter.SOME_ROWS);
            header.list(layout, Mode.SPARSE, ",");
            out.append('\n');
        }
        Repetitions repetitions = repetitions();
        if (!repetitions.names().isEmpty()) {
            out.append(DocumentWriter.REPEATED)
                    .append(repetitions.names().entrySet().stream()
                            .map(entry -> entry.getValue() + "=" + entry.getKey())
                            .collect(Collectors.joining("\t")));
            out.append('\n');
        }
        header.list(layout, Mode.CELL, String.valueOf(separator));
        Anchors marks = new Anchors(out, repetitions.names().size());
        writeRows(values, notes, rows(out).passing(repetitions).marking(marks), out);
        marks.close();
        values.stream()
                .filter(Elided.class::isInstance)
                .flatMap(value -> ((Elided) value).summary().stream())
                .forEach(line ->
                        out.append('\n').append(Lexis.ELISION).append(' ').append(line));
        return out.toString();
    }

    private static void writeRows(
            List<? extends Value> values, Table.RowNotes notes, RowWriter rows, StringBuilder out) {
        int row = 0;
        for (Value value : values) {
            out.append('\n');
            if (value instanceof Elided run) {
                out.append(notes.of(run.first(), run.last()));
                rows.gap();
            } else {
                rows.write(row++);
            }
        }
    }
}
