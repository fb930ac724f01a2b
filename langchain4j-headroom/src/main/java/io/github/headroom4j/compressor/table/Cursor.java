package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A position in one line of our notation, and the reader of nested values. Not thread-safe. */
final class Cursor {

    /** Deeper nesting is refused: more than twice what the writer makes of the deepest document that is read. */
    static final int MAX_DEPTH = 160;

    private final String line;
    private final Map<String, Value> tables;
    private int at;
    private int depth;

    Cursor(String line) {
        this(line, Map.of());
    }

    /** A position in an outline, in which names of tables stand for their values. */
    Cursor(String line, Map<String, Value> tables) {
        this.line = line;
        this.tables = tables;
    }

    boolean atEnd() {
        return at == line.length();
    }

    char peek() {
        return atEnd() ? '\0' : line.charAt(at);
    }

    boolean skip(char c) {
        if (peek() == c && !atEnd()) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c) {
        if (!skip(c)) {
            throw new NotationException("expected '" + c + "' at " + at + " of: " + line);
        }
    }

    /** Goes one level down; the caller comes up with {@link #up}. */
    void down() {
        if (++depth > MAX_DEPTH) {
            throw new NotationException("nested deeper than " + MAX_DEPTH);
        }
    }

    void up() {
        depth--;
    }

    /** Reads to one of the given characters or to the end. */
    String upTo(String stops) {
        int start = at;
        while (!atEnd() && stops.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(start, at);
    }

    String rest() {
        String rest = line.substring(at);
        at = line.length();
        return rest;
    }

    int number() {
        String digits = "";
        while (!atEnd() && peek() >= '0' && peek() <= '9') {
            digits += line.charAt(at++);
        }
        if (digits.isEmpty() || digits.length() > 9) {
            throw new NotationException("expected a number at " + at + " of: " + line);
        }
        return Integer.parseInt(digits);
    }

    Value value() {
        return switch (peek()) {
            case '"' -> new Text(quoted());
            case '[' -> items();
            case '{' -> members();
            case Lexis.ELISION -> elided();
            case '@' -> table(upTo(",;()[]{}<>\"\t"));
            default -> scalar(upTo(",;()[]{}<>\"\t"));
        };
    }

    private Value table(String name) {
        Value table = tables.get(name);
        if (table == null) {
            throw new NotationException("no such table: " + name);
        }
        return table;
    }

    static Value scalar(String bare) {
        if (bare.isEmpty()) {
            throw new NotationException("a value is missing");
        }
        return Lexis.isLiteral(bare) ? new Literal(bare) : new Text(bare);
    }

    Elided elided() {
        upTo("(");
        expect('(');
        int first = number();
        int last = skip('-') ? number() : first;
        expect(')');
        return new Elided(first, last, List.of());
    }

    private Items items() {
        down();
        List<Value> elements = new ArrayList<>();
        expect('[');
        if (!skip(']')) {
            do {
                elements.add(value());
            } while (skip(','));
            expect(']');
        }
        up();
        return new Items(elements);
    }

    private Members members() {
        down();
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        expect('{');
        if (!skip('}')) {
            do {
                boolean note = peek() == Lexis.ELISION;
                names.add(note ? "" : name());
                if (!note) {
                    expect(':');
                }
                values.add(value());
            } while (skip(','));
            expect('}');
        }
        up();
        return new Members(names, values);
    }

    String name() {
        return peek() == '"' ? quoted() : upTo(",;()[]{}<>\":=?\t");
    }

    String quoted() {
        return unescape(rawQuoted());
    }

    /** Reads a quoted string without resolving its escapes. */
    String rawQuoted() {
        expect('"');
        int start = at;
        while (!atEnd() && peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
            if (at > line.length()) {
                throw new NotationException("a string ends within an escape");
            }
        }
        expect('"');
        return line.substring(start, at - 1);
    }

    static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                out.append(c);
            } else if (raw.charAt(++i) == 'u') {
                out.append(unicode(raw, i + 1));
                i += 4;
            } else {
                out.append(escaped(raw.charAt(i)));
            }
        }
        return out.toString();
    }

    private static char unicode(String raw, int from) {
        if (from + 4 > raw.length()) {
            throw new NotationException("an escape is cut short");
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                throw new NotationException("not a hexadecimal digit: " + raw.charAt(i));
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> c;
            default -> throw new NotationException("unknown escape: " + c);
        };
    }
}
