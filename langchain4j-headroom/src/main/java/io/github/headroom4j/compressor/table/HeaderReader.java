package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Constant;
import io.github.headroom4j.compressor.table.Expression.Copy;
import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Expression.Template;
import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Field.Mode;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link HeaderWriter} wrote. The lists of one layout must be read in the order of the modes. */
final class HeaderReader {

    private final Layout layout = new Layout(Field.root());
    /** For fields that are not placed by the list of columns with cells: their index in the group. */
    private final IdentityHashMap<Field, Integer> positions = new IdentityHashMap<>();

    /** Reads one list up to one of the given characters or the end. */
    HeaderReader list(Cursor in, Mode mode, char separator) {
        if (!in.atEnd() && in.peek() != ';' && in.peek() != ']') {
            group(in, layout.root(), mode, separator);
        }
        return this;
    }

    /** The layout, when all lists have been read. */
    Layout layout() {
        arrange(layout.root());
        for (Field leaf : layout.leaves()) {
            leaf.describe(leaf.mode(), resolve(leaf, leaf.expression()));
        }
        return layout;
    }

    private void group(Cursor in, Field group, Mode mode, char separator) {
        in.down();
        int expected = 0;
        do {
            if (in.skip('@')) {
                expected = in.number();
                in.expect(' ');
            }
            if (entry(in, group, mode, expected)) {
                expected++;
            }
        } while (in.skip(separator));
        in.up();
    }

    /** Reads an entry and tells whether its position was decided here. */
    private boolean entry(Cursor in, Field group, Mode mode, int position) {
        Kind kind = in.skip('#') ? Kind.KEY : in.skip('.') ? Kind.SELF : Kind.MEMBER;
        String name = kind == Kind.MEMBER ? in.name() : "";
        boolean nested = kind == Kind.MEMBER && in.peek() == '{';
        Field known = group.find(kind, name);
        Field field = known == null ? group.child(kind, name) : known;
        if (known == null) {
            group.children().add(field);
            if (mode != Mode.CELL) {
                positions.put(field, position);
            }
        }
        if (nested) {
            in.expect('{');
            group(in, field, mode, ',');
            in.expect('}');
        } else {
            leaf(in, field, mode);
        }
        return known == null && mode != Mode.CELL;
    }

    private void leaf(Cursor in, Field leaf, Mode mode) {
        if (!leaf.isGroup() || !leaf.children().isEmpty()) {
            throw new NotationException("a column is described twice: " + leaf.name());
        }
        layout.addLeaf(leaf);
        leaf.describe(mode, in.skip('=') ? expression(in) : null);
        if (in.skip('[')) {
            leaf.contains(inner(in));
        }
        if (in.peek() == '(') {
            HeaderWriter.BLANK.chars().forEach(c -> in.expect((char) c));
            blank(in, leaf);
            in.expect(')');
        }
    }

    private static void blank(Cursor in, Field leaf) {
        boolean quoted = in.peek() == '"';
        if (!(expression(in) instanceof Constant blank)) {
            throw new NotationException("a blank cell must mean a value");
        }
        if (!quoted && blank.value().equals(new Text(HeaderWriter.ABOVE))) {
            leaf.blankMeansAbove();
        } else if (!quoted && blank.value() instanceof Text text && text.text().startsWith(HeaderWriter.ABOVE)) {
            leaf.blankMeansAbove(Step.parse(text.text().substring(HeaderWriter.ABOVE.length())));
        } else {
            leaf.blankMeans(blank.value());
        }
    }

    private static Layout inner(Cursor in) {
        in.down();
        HeaderReader reader = new HeaderReader().list(in, Mode.CELL, ',');
        if (in.skip(';')) {
            reader.list(in, Mode.FIXED, ',');
        }
        if (in.skip(';')) {
            reader.list(in, Mode.SPARSE, ',');
        }
        in.expect(']');
        in.up();
        return reader.layout();
    }

    private static Expression expression(Cursor in) {
        if (in.peek() == '"') {
            List<Part> parts = parts(in.rawQuoted());
            if (parts.isEmpty()) {
                return new Constant(new Text(""));
            }
            boolean fixed = parts.size() == 1 && !parts.get(0).literal().isEmpty();
            return fixed ? new Constant(new Text(parts.get(0).literal())) : new Template(parts);
        }
        if (in.peek() == '[' || in.peek() == '{') {
            return new Constant(in.value());
        }
        String bare = in.upTo(",;()[]{}\"\t");
        if (bare.indexOf('<') < 0) {
            return new Constant(Cursor.scalar(bare));
        }
        List<Part> parts = parts(bare);
        return parts.size() == 1 ? new Copy(parts.get(0)) : new Template(parts);
    }

    private static List<Part> parts(String raw) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < raw.length()) {
            int open = raw.indexOf('<', at);
            int end = open < 0 ? raw.length() : open;
            if (end > at) {
                parts.add(Part.literal(Cursor.unescape(raw.substring(at, end))));
            }
            if (open < 0) {
                break;
            }
            int close = raw.indexOf('>', open);
            if (close < 0) {
                throw new NotationException("a reference is not closed: " + raw);
            }
            parts.add(close == open + 1 ? Part.HOLE : Part.reference(raw.substring(open + 1, close), null));
            at = close + 1;
        }
        return parts;
    }

    private @Nullable Expression resolve(Field leaf, @Nullable Expression expression) {
        if (expression instanceof Copy copy) {
            return new Copy(resolve(leaf, copy.of()));
        }
        if (expression instanceof Template template) {
            return new Template(
                    template.parts().stream().map(part -> resolve(leaf, part)).toList());
        }
        return expression;
    }

    private Part resolve(Field leaf, Part part) {
        String reference = part.reference();
        return part.isReference() && reference != null
                ? Part.reference(reference, layout.resolve(leaf, reference))
                : part;
    }

    private void arrange(Field group) {
        List<Field> inCells = new ArrayList<>();
        List<Field> placed = new ArrayList<>();
        for (Field child : group.children()) {
            (positions.containsKey(child) ? placed : inCells).add(child);
        }
        placed.sort((a, b) -> Integer.compare(positions.getOrDefault(a, 0), positions.getOrDefault(b, 0)));
        group.children().clear();
        group.children().addAll(inCells);
        for (Field field : placed) {
            int position = positions.getOrDefault(field, 0);
            group.children().add(Math.min(position, group.children().size()), field);
        }
        group.children().stream().filter(Field::isGroup).forEach(this::arrange);
    }
}
