package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A position in one line of our notation, and the reader of nested values. Not thread-safe. */
final class Cursor {

    /** Deeper nesting is refused: more than twice what the writer makes of the deepest document that is read. */
    static final int MAX_DEPTH = 160;

    private static final String ENDS = ",;()[]{}>\t";
    private static final String STOPS = ENDS + "<\"";

    private final String line;
    private final Map<String, Value> named;
    private final Pace pace;
    private @Nullable Scope scope;
    private int at;
    private int depth;

    Cursor(String line) {
        this(line, new HashMap<>());
    }

    /** A position in a line in which names stand for values: of tables, and of values that stood before. */
    Cursor(String line, Map<String, Value> named) {
        this(line, named, Pace.unhurried());
    }

    /** The same, under a deadline: for lines that hold a whole document. */
    Cursor(String line, Map<String, Value> named, Pace pace) {
        this.line = line;
        this.named = named;
        this.pace = pace;
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
        pace.step();
        return switch (peek()) {
            case '[' -> items();
            case '{' -> members();
            case Lexis.ELISION -> elided();
            case '@' -> named(upTo(STOPS));
            case Anchors.MARK -> anchored();
            default -> text();
        };
    }

    private Value named(String name) {
        Value value = named.get(name);
        if (value == null) {
            throw new NotationException("nothing is called " + name);
        }
        return value;
    }

    /** Whether the value that follows gets a name. */
    boolean atMark() {
        return Anchors.looksLikeMark(line.substring(at, Math.min(at + 2, line.length())));
    }

    private Value anchored() {
        if (!atMark()) {
            return text();
        }
        expect(Anchors.MARK);
        String name = Repetitions.NAME_START + Integer.toString(number());
        expect(' ');
        Value value = value();
        named.put(name, value);
        return value;
    }

    /** Reads a literal, a name, or a text from its fixed parts and references. */
    private Value text() {
        StringBuilder text = new StringBuilder();
        boolean bare = true;
        do {
            if (skip('<')) {
                bare = false;
                text.append(referred(upTo(">")));
                expect('>');
            } else if (peek() == '"') {
                bare = false;
                text.append(quoted());
            } else {
                text.append(upTo(STOPS));
            }
        } while (!atEnd() && ENDS.indexOf(peek()) < 0);
        String whole = text.toString();
        if (!bare) {
            return new Text(whole);
        }
        return Repetitions.looksLikeName(whole) ? named(whole) : scalar(whole);
    }

    private String referred(String name) {
        String text = scope == null ? null : scope.resolve(name);
        if (text == null) {
            throw new NotationException("no text called " + name + " stands before: " + line);
        }
        return text;
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
        scope = new Scope(scope);
        expect('{');
        if (!skip('}')) {
            do {
                member(names, values);
            } while (skip(','));
            expect('}');
        }
        scope = scope.outer();
        up();
        return new Members(names, values);
    }

    private void member(List<String> names, List<Value> values) {
        if (peek() == Lexis.ELISION) {
            names.add("");
            values.add(elided());
            return;
        }
        String name = name();
        expect(':');
        Value value = value();
        names.add(name);
        values.add(value);
        if (scope != null) {
            scope.add(name, value);
        }
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
