package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Constant;
import io.github.headroom4j.compressor.table.Expression.Copy;
import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Expression.Template;
import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Field.Mode;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.List;

/**
 * Writes what a table's columns are. Columns that have cells are listed in order; the others are listed apart, so that
 * cells can be counted off, with their position in the record where it does not follow.
 */
final class HeaderWriter {

    static final String ABOVE = "above";
    static final String BLANK = "(blank=";

    private final StringBuilder out;

    HeaderWriter(StringBuilder out) {
        this.out = out;
    }

    /** Writes the columns of a mode, separated at the top by the given separator. */
    void list(Layout layout, Mode mode, String separator) {
        list(layout.root(), mode, separator);
    }

    private void list(Field group, Mode mode, String separator) {
        String before = "";
        int expected = 0;
        List<Field> children = group.children();
        for (int i = 0; i < children.size(); i++) {
            Field child = children.get(i);
            if (child.holds(mode)) {
                out.append(before);
                before = separator;
                if (mode == home(child) && mode != Mode.CELL) {
                    if (i != expected) {
                        out.append('@').append(i).append(' ');
                    }
                    expected = i + 1;
                }
                entry(child, mode);
            }
        }
    }

    /** The list that decides a field's position. */
    static Mode home(Field field) {
        if (field.holds(Mode.CELL)) {
            return Mode.CELL;
        }
        return field.holds(Mode.FIXED) ? Mode.FIXED : Mode.SPARSE;
    }

    private void entry(Field field, Mode mode) {
        name(field);
        if (field.isGroup()) {
            out.append('{');
            list(field, mode, ",");
            out.append('}');
            return;
        }
        Expression expression = field.expression();
        if (expression != null) {
            out.append('=');
            expression(expression);
        }
        Layout inner = field.inner();
        if (inner != null) {
            inner(inner);
        }
        if (mode == Mode.CELL && field.givesBlanksMeaning()) {
            out.append(BLANK);
            blank(field);
            out.append(')');
        }
    }

    private void blank(Field field) {
        Value value = field.blank();
        Step step = field.step();
        if (value == null) {
            out.append(ABOVE).append(step == null ? "" : step.notation());
        } else if (value instanceof Text text && text.text().startsWith(ABOVE)) {
            template(List.of(Part.literal(text.text())));
        } else {
            constant(value);
        }
    }

    private void name(Field field) {
        if (field.kind() == Kind.MEMBER) {
            NestedWriter.writeName(field.name(), out);
        } else {
            out.append(field.kind() == Kind.SELF ? '.' : '#');
        }
    }

    private void inner(Layout inner) {
        out.append('[');
        list(inner, Mode.CELL, ",");
        boolean sparse = inner.root().holds(Mode.SPARSE);
        if (sparse || inner.root().holds(Mode.FIXED)) {
            out.append(';');
            list(inner, Mode.FIXED, ",");
        }
        if (sparse) {
            out.append(';');
            list(inner, Mode.SPARSE, ",");
        }
        out.append(']');
    }

    private void expression(Expression expression) {
        if (expression instanceof Constant fixed) {
            constant(fixed.value());
        } else if (expression instanceof Copy copy) {
            out.append('<').append(copy.of().reference()).append('>');
        } else if (expression instanceof Template template) {
            template(template.parts());
        }
    }

    private void constant(Value value) {
        if (value instanceof Text text && text.text().indexOf('<') >= 0) {
            template(List.of(Part.literal(text.text())));
        } else {
            NestedWriter.write(value, out);
        }
    }

    private void template(List<Part> parts) {
        StringBuilder shape = new StringBuilder();
        StringBuilder written = new StringBuilder();
        for (Part part : parts) {
            if (part.isReference() || part.isHole()) {
                shape.append('x');
                written.append('<').append(part.reference()).append('>');
            } else {
                shape.append(part.literal());
                StringBuilder escaped = new StringBuilder();
                Lexis.appendEscaped(part.literal(), escaped);
                written.append(escaped.toString().replace("<", "\\u003c"));
            }
        }
        boolean bare = parts.size() > 1 && shape.indexOf("\\") < 0 && Lexis.isBareNested(shape.toString());
        out.append(bare ? written : "\"" + written + "\"");
    }
}
