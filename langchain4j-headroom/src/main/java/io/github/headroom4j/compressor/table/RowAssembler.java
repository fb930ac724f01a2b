package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Constant;
import io.github.headroom4j.compressor.table.Expression.Copy;
import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Expression.Template;
import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Field.Mode;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a row together to the record that they came from. The inverse of {@link Grid} and the planner. */
final class RowAssembler {

    /** A chain of references longer than this is none of ours. */
    private static final int MAX_CHAIN = 128;

    /** A record and, if the table has them, its name. */
    record Row(Value value, @Nullable String key) {}

    private final Layout layout;
    /** For each group the columns below it, its own apart, whose values stand in the row. */
    private final IdentityHashMap<Field, List<Field>> shown = new IdentityHashMap<>();

    private @Nullable Value[] cells = new Value[0];
    private int chain;

    RowAssembler(Layout layout) {
        this.layout = layout;
        collect(layout.root());
    }

    private List<Field> collect(Field group) {
        List<Field> below = new ArrayList<>();
        for (Field child : group.children()) {
            if (child.isGroup()) {
                below.addAll(collect(child));
                Field self = child.find(Kind.SELF, "");
                if (self != null) {
                    below.add(self);
                }
            } else if (child.mode() != Mode.FIXED && child.kind() != Kind.SELF) {
                below.add(child);
            }
        }
        shown.put(group, below);
        return below;
    }

    Row assemble(@Nullable Value[] newCells) {
        cells = newCells;
        Value value = value(layout.root());
        if (value == null) {
            throw new NotationException("a row is empty");
        }
        Field keyColumn = layout.root().find(Kind.KEY, "");
        Value key = keyColumn == null ? null : valueOf(keyColumn);
        return new Row(value, key instanceof Text text ? text.text() : null);
    }

    private @Nullable Value value(Field field) {
        if (!field.isGroup()) {
            return valueOf(field);
        }
        Field self = field.find(Kind.SELF, "");
        if (self != null && cells[self.slot()] != null) {
            return valueOf(self);
        }
        return isObject(field) ? members(field) : null;
    }

    private Members members(Field group) {
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Field child : group.children()) {
            Value value = child.kind() == Kind.MEMBER ? value(child) : null;
            if (value != null) {
                names.add(child.name());
                values.add(value);
            }
        }
        return new Members(names, values);
    }

    private boolean isObject(Field group) {
        Field self = group.find(Kind.SELF, "");
        if (self != null && cells[self.slot()] != null) {
            return false;
        }
        Field parent = group.parent();
        if (parent == null) {
            return true;
        }
        List<Field> below = shown.getOrDefault(group, List.of());
        return below.isEmpty() ? isObject(parent) : below.stream().anyMatch(leaf -> cells[leaf.slot()] != null);
    }

    private @Nullable Value valueOf(Field leaf) {
        if (leaf.mode() != Mode.FIXED) {
            Value cell = cells[leaf.slot()];
            return cell instanceof Text text && leaf.expression() instanceof Template template
                    ? evaluate(template, text.text())
                    : cell;
        }
        Field parent = leaf.parent();
        if (parent == null || !isObject(parent)) {
            return null;
        }
        Expression expression = leaf.expression();
        if (expression instanceof Constant constant) {
            return constant.value();
        }
        if (expression instanceof Copy copy) {
            return refer(copy.of());
        }
        return expression instanceof Template template ? evaluate(template, "") : null;
    }

    private @Nullable Value evaluate(Template template, String cell) {
        return Evaluation.of(template, cell, this::refer);
    }

    private @Nullable Value refer(Part part) {
        if (++chain > MAX_CHAIN) {
            throw new NotationException("references go in a circle");
        }
        Value value = valueOf(part.target());
        chain--;
        return value;
    }
}
