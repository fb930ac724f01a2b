package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Expression.Template;
import io.github.headroom4j.compressor.table.Field.Mode;
import io.github.headroom4j.compressor.table.TablePlan.Inner;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a planned table: at the top with tabs between cells, within a cell with commas. */
final class RowWriter {

    private final TablePlan plan;
    private final Grid grid;
    private final boolean nested;
    private final StringBuilder out;
    private final List<Field> cells;
    private final List<Field> sparse;

    /** The cells of the row before, as written. */
    private final @Nullable String[] above;

    /** How many cells above are blank because they are as expected, and whether the row above was written. */
    private final int[] expected;

    private boolean connected;

    private @Nullable Repetitions repetitions;
    private @Nullable Anchors anchors;

    private RowWriter(TablePlan plan, boolean nested, StringBuilder out) {
        this.plan = plan;
        this.grid = plan.grid();
        this.nested = nested;
        this.out = out;
        cells = grid.layout().inOrder(Mode.CELL);
        sparse = grid.layout().inOrder(Mode.SPARSE);
        above = new String[cells.size()];
        expected = new int[cells.size()];
    }

    static RowWriter ofLines(TablePlan plan, StringBuilder out) {
        return new RowWriter(plan, false, out);
    }

    /** A writer of lines with commas between cells. */
    static RowWriter ofCommas(TablePlan plan, StringBuilder out) {
        return new RowWriter(plan, true, out);
    }

    /** Cells are passed to these as they are written. */
    RowWriter passing(Repetitions newRepetitions) {
        repetitions = newRepetitions;
        return this;
    }

    /** Values within cells that were written before are referred to. */
    RowWriter marking(Anchors newAnchors) {
        anchors = newAnchors;
        return this;
    }

    /** Says that rows are missing here, so that the next one is written without looking at the one above. */
    void gap() {
        Arrays.fill(above, null);
        connected = false;
    }

    void write(int row) {
        boolean extras = hasExtras(row);
        int start = out.length();
        int end = start;
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(nested ? ',' : '\t');
            }
            int before = out.length();
            if (!isExpected(i, row)) {
                cell(cells.get(i), row, nested);
            }
            if (cells.get(i).repeatsAbove()) {
                leaveOutIfAsAbove(i, before);
            }
            boolean named = repetitions != null && repetitions.pass(out, before);
            if (!named && out.length() > before) {
                refer(cells.get(i), row, before);
            }
            end = out.length() > before ? out.length() : end;
        }
        connected = true;
        if (extras) {
            out.append(cells.isEmpty() ? "" : nested ? "," : "\t");
            extras(grid.layout().root(), row);
        } else {
            out.setLength(end);
        }
    }

    private boolean isExpected(int column, int row) {
        Field leaf = cells.get(column);
        Step step = leaf.step();
        if (step == null) {
            return false;
        }
        boolean blank = connected && expected[column] < Step.MAX_BLANKS && follows(step, leaf, row);
        expected[column] = blank ? expected[column] + 1 : 0;
        return blank;
    }

    private boolean follows(Step step, Field leaf, int row) {
        Value value = grid.at(leaf, row);
        return value != null && value.equals(step.after(grid.at(leaf, row - 1)));
    }

    private void leaveOutIfAsAbove(int column, int from) {
        String cell = out.substring(from);
        if (cell.equals(above[column])) {
            out.setLength(from);
        }
        above[column] = cell;
    }

    /** Writes a nested value again, now with marks. Only what stays is marked, so it is not done at once. */
    private void refer(Field leaf, int row, int from) {
        Value value = grid.at(leaf, row);
        boolean nestedValue = value instanceof Members || (value instanceof Items && leaf.inner() == null);
        if (anchors != null && value != null && nestedValue) {
            out.setLength(from);
            new NestedWriter(out, anchors).write(value);
        }
    }

    private void extras(Field group, int row) {
        out.append('{');
        String before = "";
        for (Field child : group.children()) {
            if (hasExtras(child, row)) {
                out.append(before);
                before = ",";
                if (child.kind() == Field.Kind.SELF) {
                    out.append('.');
                } else {
                    NestedWriter.writeName(child.name(), out);
                }
                if (child.isGroup()) {
                    extras(child, row);
                } else {
                    out.append('=');
                    cell(child, row, true);
                }
            }
        }
        out.append('}');
    }

    private boolean hasExtras(int row) {
        for (Field leaf : sparse) {
            if (grid.at(leaf, row) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean hasExtras(Field field, int row) {
        return field.isGroup()
                ? field.children().stream().anyMatch(child -> hasExtras(child, row))
                : field.mode() == Mode.SPARSE && grid.at(field, row) != null;
    }

    private void cell(Field leaf, int row, boolean within) {
        Value value = grid.at(leaf, row);
        Inner inner = plan.inner(leaf);
        if (value == null) {
            out.append(leaf.givesBlanksMeaning() && leaf.mode() == Mode.CELL ? Lexis.ABSENT : "");
        } else if (value.equals(leaf.blank())) {
            return;
        } else if (value instanceof Text text) {
            text(leaf, text.text(), row, within);
        } else if (value instanceof Literal literal) {
            out.append(literal.lexeme());
        } else if (inner != null
                && value instanceof Items items
                && !items.elements().isEmpty()) {
            rows(inner, items, row);
        } else {
            NestedWriter.write(value, out);
        }
    }

    private void rows(Inner inner, Items items, int row) {
        RowWriter writer = new RowWriter(inner.plan(), true, out);
        int at = inner.offset(row);
        for (Value element : items.elements()) {
            if (element instanceof Elided run) {
                out.append(Elision.rows(run.first(), run.last()));
                writer.gap();
            } else {
                out.append('(');
                writer.write(at++);
                out.append(')');
            }
        }
    }

    private void text(Field leaf, String text, int row, boolean within) {
        String written = text;
        boolean bare;
        if (leaf.expression() instanceof Template template) {
            written = fragment(template, text, row);
            bare = within ? Lexis.isBareNestedFragment(written) : Lexis.isBareFragment(written);
        } else {
            bare = within ? Lexis.isBareNested(text) : Lexis.isBareCell(text);
        }
        if (bare) {
            out.append(written);
        } else {
            Lexis.quote(written, out);
        }
    }

    private String fragment(Template template, String text, int row) {
        int start = 0;
        int end = text.length();
        boolean beforeHole = true;
        for (Part part : template.parts()) {
            int length = part.isHole() ? 0 : length(part, row);
            beforeHole &= !part.isHole();
            start += beforeHole ? length : 0;
            end -= beforeHole ? 0 : length;
        }
        return text.substring(start, end);
    }

    private int length(Part part, int row) {
        if (!part.isReference()) {
            return part.literal().length();
        }
        @Nullable Value value = grid.at(part.target(), row);
        if (value instanceof Text text) {
            return text.text().length();
        }
        return value instanceof Literal literal ? literal.lexeme().length() : 0;
    }
}
