package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Template;
import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Field.Mode;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table whose columns are known. */
final class RowReader {

    private static final String NESTED_STOPS = ",;()[]{}<>\"";

    private final Layout layout;
    private final List<Field> cells;
    private final RowAssembler assembler;

    private final Map<String, String> repeated;
    private final Map<String, Value> named = new HashMap<>();

    /** The cells of the row before. */
    private @Nullable Value[] above;

    /** Whether rows are lines, where cells may have names, rather than parts of a cell. */
    private boolean onLine;

    RowReader(Layout layout) {
        this(layout, Map.of());
    }

    /** A reader of rows in which names stand for repeated cells. */
    RowReader(Layout layout, Map<String, String> repeated) {
        this.layout = layout;
        this.repeated = repeated;
        cells = layout.inOrder(Mode.CELL);
        above = new Value[layout.leaves().size()];
        assembler = new RowAssembler(layout);
    }

    /** Reads a line of cells. */
    RowAssembler.Row line(String line, char separator) {
        Cursor in = new Cursor(line, named);
        onLine = true;
        RowAssembler.Row row = read(in, separator);
        if (!in.atEnd()) {
            throw new NotationException("more cells than columns: " + line);
        }
        return row;
    }

    private RowAssembler.Row read(Cursor in, char separator) {
        @Nullable Value[] values = new Value[layout.leaves().size()];
        boolean more = true;
        for (int i = 0; i < cells.size(); i++) {
            values[cells.get(i).slot()] = more ? named(in, cells.get(i), separator) : blank(cells.get(i));
            more &= i + 1 < cells.size() ? in.skip(separator) : true;
        }
        if (more && (cells.isEmpty() || in.skip(separator)) && in.peek() == '{') {
            extras(in, layout.root(), values);
        }
        above = values;
        return assembler.assemble(values);
    }

    private void extras(Cursor in, Field group, @Nullable Value[] values) {
        in.down();
        in.expect('{');
        do {
            Field field = in.skip('.') ? group.find(Kind.SELF, "") : group.find(Kind.MEMBER, in.name());
            if (field == null) {
                throw new NotationException("a row has a column that the header does not name");
            }
            if (field.isGroup()) {
                extras(in, field, values);
            } else {
                in.expect('=');
                values[field.slot()] = cell(in, field, ',');
            }
        } while (in.skip(','));
        in.expect('}');
        in.up();
    }

    private @Nullable Value blank(Field leaf) {
        Step step = leaf.step();
        if (step != null) {
            return step.after(above[leaf.slot()]);
        }
        return leaf.repeatsAbove() ? above[leaf.slot()] : leaf.blank();
    }

    private @Nullable Value named(Cursor in, Field leaf, char separator) {
        if (!onLine || in.peek() != Repetitions.NAME_START) {
            return cell(in, leaf, separator);
        }
        String bare = separator == '\t' ? in.upTo("\t") : nestedName(in);
        String meaning = Repetitions.meaning(bare, repeated);
        if (meaning != null) {
            return cell(new Cursor(meaning), leaf, separator);
        }
        Value before = named.get(bare);
        return before == null ? bare(leaf, bare) : before;
    }

    private static String nestedName(Cursor in) {
        String name = in.upTo(NESTED_STOPS);
        if (!in.skip('(')) {
            return name;
        }
        String rest = in.upTo(")");
        in.expect(')');
        return name + "(" + rest + ")";
    }

    private @Nullable Value cell(Cursor in, Field leaf, char separator) {
        String stops = separator == '\t' ? "\t" : NESTED_STOPS;
        return switch (in.peek()) {
            case '"' -> new Text(in.quoted());
            case '(', Lexis.ELISION -> rows(in, leaf);
            case '[', '{' -> in.value();
            default -> in.atMark() ? in.value() : bare(leaf, in.upTo(stops));
        };
    }

    private @Nullable Value bare(Field leaf, String bare) {
        if (bare.isEmpty() || bare.equals(Lexis.ABSENT)) {
            return bare.isEmpty() ? blank(leaf) : null;
        }
        boolean fragment = leaf.expression() instanceof Template && !"null".equals(bare);
        return fragment ? new Text(bare) : Cursor.scalar(bare);
    }

    private static Value rows(Cursor in, Field leaf) {
        Layout inner = leaf.inner();
        if (inner == null) {
            throw new NotationException("a column has rows, but its header does not say of what");
        }
        in.down();
        RowReader reader = new RowReader(inner);
        List<Value> elements = new ArrayList<>();
        while (in.peek() == '(' || in.peek() == Lexis.ELISION) {
            if (in.peek() == Lexis.ELISION) {
                elements.add(in.elided());
            } else {
                in.expect('(');
                elements.add(reader.read(in, ',').value());
                in.expect(')');
            }
        }
        in.up();
        return new Items(elements);
    }
}
