package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;

/** Writes values as JSON in which names and strings that cannot be mistaken stand without quotes. */
final class NestedWriter {

    private NestedWriter() {}

    static void write(Value value, StringBuilder out) {
        if (value instanceof Text text) {
            writeText(text.text(), out);
        } else if (value instanceof Literal literal) {
            out.append(literal.lexeme());
        } else if (value instanceof Items items) {
            writeItems(items, out);
        } else if (value instanceof Members members) {
            writeMembers(members, out);
        } else if (value instanceof Elided run) {
            out.append(Elision.rows(run.first(), run.last()));
        }
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

    private static void writeItems(Items items, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < items.elements().size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(items.elements().get(i), out);
        }
        out.append(']');
    }

    private static void writeMembers(Members members, StringBuilder out) {
        out.append('{');
        for (int i = 0; i < members.names().size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            if (!(members.values().get(i) instanceof Elided)) {
                writeName(members.names().get(i), out);
                out.append(':');
            }
            write(members.values().get(i), out);
        }
        out.append('}');
    }
}
