package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a document: the outline on the first line, unless the document is one table, then the tables. */
final class DocumentWriter {

    /** Ends the title of a table whose cells are separated by commas. */
    static final String COMMAS = " csv";

    static final String EVERY_ROW = "every row: ";
    static final String REPEATED = "repeated: ";
    static final String SOME_ROWS = "some rows: ";

    /** A table that is so much shorter in characters has fewer tokens too, and need not be counted. */
    private static final double CLEARLY_SHORTER = 0.6;

    private static final int MIN_ROWS = 2;
    private static final int MIN_MEMBERS = 3;

    private final TokenCounter counter;
    private final Pace pace;
    private final List<String> tables = new ArrayList<>();
    private final Map<Value, String> tableNames = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private final Anchors anchors = new Anchors(out, 0);
    private final NestedWriter nested = new NestedWriter(out, anchors);

    DocumentWriter(CompressionContext context) {
        counter = context.counter();
        pace = context.pace();
    }

    String write(Document document) {
        String unit = document.lines() ? "lines" : "rows";
        String table = document.root() instanceof Items items ? table(items, "@ ", unit) : null;
        if (table == null && document.root() instanceof Members members) {
            table = table(members, "@ ");
        }
        if (table != null) {
            return table;
        }
        if (document.lines()) {
            out.append("@ lines ");
        }
        outline(document.root(), "");
        anchors.close();
        tables.forEach(text -> out.append('\n').append(text));
        return out.toString();
    }

    private void outline(Value value, String pointer) {
        pace.step();
        String known = tableNames.get(value);
        if (known != null || anchors.refer(value)) {
            out.append(known == null ? "" : known);
            return;
        }
        int start = out.length();
        if (value instanceof Items items) {
            String table = pointer.isEmpty() ? null : table(items, title(pointer), "rows");
            if (table == null) {
                elements(items, pointer);
            } else {
                refer(value, table);
            }
        } else if (value instanceof Members members) {
            String table = pointer.isEmpty() ? null : table(members, title(pointer));
            if (table == null) {
                members(members, pointer);
            } else {
                refer(value, table);
            }
        } else {
            nested.write(value);
            return;
        }
        anchors.written(value, start);
    }

    private void refer(Value value, String table) {
        tables.add(table);
        tableNames.put(value, "@" + tables.size());
        out.append('@').append(tables.size());
    }

    private void elements(Items items, String pointer) {
        out.append('[');
        int index = 0;
        for (int i = 0; i < items.elements().size(); i++) {
            Value element = items.elements().get(i);
            out.append(i == 0 ? "" : ",");
            outline(element, pointer + "/" + index);
            index += rows(List.of(element));
        }
        out.append(']');
    }

    private void members(Members members, String pointer) {
        out.append('{');
        nested.open();
        for (int i = 0; i < members.names().size(); i++) {
            String name = members.names().get(i);
            Value value = members.values().get(i);
            nested.name(i, members);
            outline(value, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
            nested.add(name, value);
        }
        nested.close();
        out.append('}');
    }

    private String title(String pointer) {
        StringBuilder title = new StringBuilder("@").append(tables.size() + 1).append(' ');
        if (pointer.indexOf(' ') >= 0 || !Lexis.isBareCell(pointer)) {
            Lexis.quote(pointer, title);
        } else {
            title.append(pointer);
        }
        return title.append(' ').toString();
    }

    private @Nullable String table(Members members, String title) {
        return members.names().size() < MIN_MEMBERS
                ? null
                : table(members, members.values(), members.names(), title + rows(members.values()) + " members");
    }

    private @Nullable String table(Items items, String title, String unit) {
        return items.elements().size() < MIN_ROWS
                ? null
                : table(items, items.elements(), null, title + rows(items.elements()) + " " + unit);
    }

    private static int rows(List<Value> values) {
        int rows = 0;
        for (Value value : values) {
            rows += value instanceof Elided run ? run.last() - run.first() + 1 : 1;
        }
        return rows;
    }

    private @Nullable String table(Value whole, List<Value> values, @Nullable List<String> keys, String title) {
        List<Value> shown = new ArrayList<>();
        List<String> shownKeys = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!(values.get(i) instanceof Elided)) {
                shown.add(values.get(i));
                shownKeys.add(keys == null ? "" : keys.get(i));
            }
        }
        List<String> names = keys == null ? null : shownKeys;
        if (shown.size() < values.size()) {
            return table(title, TablePlan.ofAny(shown, names, pace), values);
        }
        TablePlan plan = TablePlan.of(shown, names, pace);
        if (plan == null) {
            return null;
        }
        String text = table(title, plan, values);
        StringBuilder plain = new StringBuilder();
        NestedWriter.write(whole, plain);
        boolean clear = text.length() < plain.length() * CLEARLY_SHORTER;
        return clear || counter.count(text) < counter.count(plain.toString()) ? text : null;
    }

    private String table(String title, TablePlan plan, List<Value> values) {
        TableWriter writer = TableWriter.cheapest(plan, counter);
        return title + (writer.separator() == ',' ? COMMAS : "") + "\n" + writer.write(values, Elision::rows);
    }
}
