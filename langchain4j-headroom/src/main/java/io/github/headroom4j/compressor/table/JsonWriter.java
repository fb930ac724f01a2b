package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;

/** Writes values as JSON without white space. Recursion is as deep as the value. */
final class JsonWriter {

    private JsonWriter() {}

    static void write(Value value, StringBuilder out) {
        if (value instanceof Text text) {
            Lexis.quote(text.text(), out);
        } else if (value instanceof Literal literal) {
            out.append(literal.lexeme());
        } else if (value instanceof Items items) {
            writeItems(items, out);
        } else if (value instanceof Members members) {
            writeMembers(members, out);
        }
    }

    private static void writeItems(Items items, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (Value element : items.elements()) {
            if (!(element instanceof Elided)) {
                out.append(separator);
                write(element, out);
                separator = ",";
            }
        }
        out.append(']');
    }

    private static void writeMembers(Members members, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (int i = 0; i < members.names().size(); i++) {
            if (!(members.values().get(i) instanceof Elided)) {
                out.append(separator);
                Lexis.quote(members.names().get(i), out);
                out.append(':');
                write(members.values().get(i), out);
                separator = ",";
            }
        }
        out.append('}');
    }
}
