package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON in which names and strings that cannot be mistaken stand without quotes, and strings that hold
 * members before them name these: {@code {login:ada,url:https://example.org/<login>}}.
 */
final class NestedWriter {

    private final StringBuilder out;
    private final @Nullable Anchors anchors;
    private @Nullable Scope scope;

    NestedWriter(StringBuilder out, @Nullable Anchors anchors) {
        this.out = out;
        this.anchors = anchors;
    }

    static void write(Value value, StringBuilder out) {
        new NestedWriter(out, null).write(value);
    }

    /** Writes a value, or the name of one that was written before. */
    void write(Value value) {
        if (anchors == null) {
            writeOut(value);
        } else if (!anchors.refer(value)) {
            int start = out.length();
            boolean plain = writeOut(value);
            if (plain) {
                anchors.written(value, start);
            }
        }
    }

    /** Writes a value and says whether it is worth a name: texts that are made of others are short enough. */
    private boolean writeOut(Value value) {
        if (value instanceof Text text) {
            return writeText(text.text());
        }
        if (value instanceof Literal literal) {
            out.append(literal.lexeme());
        } else if (value instanceof Items items) {
            writeItems(items);
        } else if (value instanceof Members members) {
            writeMembers(members);
        } else if (value instanceof Elided run) {
            out.append(Elision.rows(run.first(), run.last()));
        }
        return true;
    }

    private boolean writeText(String text) {
        List<Part> parts = scope == null ? null : scope.parts(text);
        if (parts == null) {
            writeText(text, out);
            return true;
        }
        boolean first = true;
        for (Part part : parts) {
            if (part.isReference()) {
                out.append('<').append(part.reference()).append('>');
            } else if (first ? Lexis.isBareNestedStart(part.literal()) : Lexis.isBareNestedPart(part.literal())) {
                out.append(part.literal());
            } else {
                Lexis.quote(part.literal(), out);
            }
            first = false;
        }
        return false;
    }

    static void writeText(String text, StringBuilder out) {
        if (Lexis.isBareNested(text)) {
            out.append(text);
        } else {
            Lexis.quote(text, out);
        }
    }

    static void writeName(String name, StringBuilder out) {
        if (Lexis.isBareName(name)) {
            out.append(name);
        } else {
            Lexis.quote(name, out);
        }
    }

    private void writeItems(Items items) {
        out.append('[');
        for (int i = 0; i < items.elements().size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(items.elements().get(i));
        }
        out.append(']');
    }

    private void writeMembers(Members members) {
        out.append('{');
        open();
        for (int i = 0; i < members.names().size(); i++) {
            Value value = members.values().get(i);
            name(i, members);
            write(value);
            add(members.names().get(i), value);
        }
        close();
        out.append('}');
    }

    /** Writes a comma if one is due, and the name of a member unless it is a run that is not shown. */
    void name(int i, Members members) {
        if (i > 0) {
            out.append(',');
        }
        if (!(members.values().get(i) instanceof Elided)) {
            writeName(members.names().get(i), out);
            out.append(':');
        }
    }

    /** Says that the members of another object follow. */
    void open() {
        scope = new Scope(scope);
    }

    /** Says that a member of the object is written. */
    void add(String name, Value value) {
        if (scope != null && !(value instanceof Elided)) {
            scope.add(name, value);
        }
    }

    /** Says that the object has no more members. */
    void close() {
        scope = scope == null ? null : scope.outer();
    }
}
