package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.List;

/**
 * How some lines are to be written: which of their tokens are columns, and whether what follows is one more.
 *
 * @param template what the lines have in common
 * @param hasRest whether lines go on after the template's tokens, in one value
 */
record RowShape(LogTemplate template, boolean hasRest) {

    /** The columns as they are in the line; a time is empty, since its value is kept as a number. */
    String[] values(LineScanner scanned, String text, int lineEnd) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < template.size(); i++) {
            if (template.isColumn(i)) {
                values.add(template.kind(i) == LineScanner.TIME ? "" : scanned.get(i));
            }
        }
        if (hasRest) {
            values.add(text.substring(scanned.start(template.size()), lineEnd));
        }
        return values.toArray(new String[0]);
    }

    /** The template to print, given how its columns are written. */
    RowTemplate print(List<ColumnChoice> choices) {
        List<String> constants = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        StringBuilder constant = new StringBuilder();
        int next = 0;
        for (int i = 0; i < template.size() + (hasRest ? 1 : 0); i++) {
            if (i < template.size() && !template.isColumn(i)) {
                constant.append(template.word(i));
                continue;
            }
            ColumnChoice choice = choices.get(next++);
            constant.append(choice.prefix());
            if (choice.column() != null) {
                constants.add(constant.toString());
                columns.add(choice.column());
                constant.setLength(0);
                constant.append(choice.suffix());
            }
        }
        constants.add(constant.toString());
        return new RowTemplate(constants, columns);
    }

    /** Which column, as counted in {@link #values}, is the time, and which is a rest: they are not chosen by value. */
    Column.Mode fixedMode(int column) {
        int seen = 0;
        for (int i = 0; i < template.size(); i++) {
            if (template.isColumn(i) && seen++ == column) {
                return switch (template.kind(i)) {
                    case LineScanner.TIME -> Column.Mode.TIME;
                    case LineScanner.REST -> Column.Mode.REST;
                    default -> Column.Mode.PLAIN;
                };
            }
        }
        return Column.Mode.REST;
    }
}
