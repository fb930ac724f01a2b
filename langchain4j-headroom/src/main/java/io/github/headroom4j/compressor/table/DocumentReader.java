package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Field.Mode;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DocumentWriter} wrote. Not thread-safe. */
final class DocumentReader {

    private static final String LINES = "@ lines ";

    private final String[] lines;
    private final Pace pace;
    private int at;

    DocumentReader(String text, Pace pace) {
        this.pace = pace;
        lines = text.split("\n", -1);
    }

    Document read() {
        boolean sequence = lines[0].startsWith(LINES);
        if (lines[0].startsWith("@ ") && !sequence) {
            return singleTable();
        }
        at = 1;
        Map<String, Value> tables = new HashMap<>();
        while (at < lines.length) {
            String name = "@" + (tables.size() + 1);
            if (!lines[at].startsWith(name + " ")) {
                throw new NotationException("expected " + name + " but found: " + lines[at]);
            }
            tables.put(name, table(titleAfterPointer(lines[at], name)));
        }
        Cursor outline = new Cursor(sequence ? lines[0].substring(LINES.length()) : lines[0], tables, pace);
        Value root = outline.value();
        if (!outline.atEnd()) {
            throw new NotationException("more than one value: " + lines[0]);
        }
        return new Document(root, sequence);
    }

    private Document singleTable() {
        String title = lines[0].substring(2);
        Value table = table(title);
        if (at < lines.length) {
            throw new NotationException("text after the table: " + lines[at]);
        }
        return new Document(table, withoutCommas(title).endsWith(" lines"));
    }

    /** Reads a table of scalars that stands alone. */
    Table readTable() {
        if (!lines[0].startsWith("@ ")) {
            throw new NotationException("no table: " + lines[0]);
        }
        HeaderReader header = new HeaderReader();
        Value rows = table(lines[0].substring(2), header);
        if (at < lines.length || !(rows instanceof Items items)) {
            throw new NotationException("not a table of rows: " + lines[0]);
        }
        List<String> names =
                header.layout().root().children().stream().map(Field::name).toList();
        return new Table(
                names,
                pace.list(pace.list(items.elements()).stream()
                        .map(row -> cells(row, names))
                        .toList()));
    }

    private static List<@Nullable Value> cells(Value row, List<String> names) {
        List<@Nullable Value> cells = new ArrayList<>();
        int at = 0;
        if (row instanceof Members members) {
            for (String name : names) {
                boolean here =
                        at < members.names().size() && members.names().get(at).equals(name);
                cells.add(here ? members.values().get(at++) : null);
            }
        }
        if (cells.size() != names.size()) {
            throw new NotationException("a row has no cells");
        }
        return cells;
    }

    private static String titleAfterPointer(String line, String name) {
        Cursor in = new Cursor(line.substring(name.length() + 1));
        if (in.peek() == '"') {
            in.rawQuoted();
        } else {
            in.upTo(" ");
        }
        in.expect(' ');
        return in.rest();
    }

    private Value table(String title) {
        return table(title, new HeaderReader());
    }

    private Value table(String title, HeaderReader header) {
        char separator = title.endsWith(DocumentWriter.COMMAS) ? ',' : '\t';
        Cursor size = new Cursor(withoutCommas(title));
        int rows = size.number();
        boolean members = " members".equals(size.rest());
        at++;
        String fixed = optional(DocumentWriter.EVERY_ROW);
        String sparse = optional(DocumentWriter.SOME_ROWS);
        Map<String, String> repeated = repeated(optional(DocumentWriter.REPEATED));
        header.list(new Cursor(next()), Mode.CELL, separator);
        header.list(new Cursor(fixed), Mode.FIXED, ',').list(new Cursor(sparse), Mode.SPARSE, ',');
        RowReader reader = new RowReader(header.layout(), repeated);
        List<Value> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int seen = 0;
        while (seen < rows) {
            seen += row(reader, separator, values, names);
        }
        while (at < lines.length && lines[at].startsWith(Lexis.ELISION + " ")) {
            at++;
        }
        return members ? new Members(names, values) : new Items(values);
    }

    private static String withoutCommas(String title) {
        return title.endsWith(DocumentWriter.COMMAS)
                ? title.substring(0, title.length() - DocumentWriter.COMMAS.length())
                : title;
    }

    private static Map<String, String> repeated(String line) {
        Map<String, String> repeated = new HashMap<>();
        for (String entry : line.isEmpty() ? new String[0] : line.split("\t", -1)) {
            int equals = entry.indexOf('=');
            if (equals < 0) {
                throw new NotationException("a repeated cell has no name: " + entry);
            }
            repeated.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return repeated;
    }

    private int row(RowReader reader, char separator, List<Value> values, List<String> names) {
        String line = next();
        if (!line.isEmpty() && line.charAt(0) == Lexis.ELISION) {
            Elided run = new Cursor(line).elided();
            values.add(run);
            names.add("");
            return run.last() - run.first() + 1;
        }
        RowAssembler.Row row = reader.line(line, separator);
        values.add(row.value());
        names.add(row.key() == null ? "" : row.key());
        return 1;
    }

    private String optional(String prefix) {
        return at < lines.length && lines[at].startsWith(prefix) ? next().substring(prefix.length()) : "";
    }

    private String next() {
        if (at >= lines.length) {
            throw new NotationException("a table ends early");
        }
        pace.step(lines[at].length());
        return lines[at++];
    }
}
