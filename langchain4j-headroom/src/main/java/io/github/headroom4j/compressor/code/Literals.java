package io.github.headroom4j.compressor.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where comments and literals end. What is never closed is looked for once and not again, so that a whole text costs
 * a bounded number of passes whatever it holds. Not thread-safe: one per text, asked from the front to the back.
 */
final class Literals {

    /** More marks around a raw string are no code. */
    private static final int MAX_HASHES = 16;

    private static final int SURROGATES = 2;

    /**
     * A literal.
     *
     * @param end after its last character
     * @param opening the length of what opens it, with its prefix
     * @param closing the length of what closes it; both are 0 if nothing does, so that it goes to the text's end
     */
    record Literal(int end, int opening, int closing) {}

    private final String text;
    private final Notation notation;
    /** Up to where no mark of a kind closes a literal. */
    private final Map<Character, Integer> hopeless = new HashMap<>();

    private boolean plainTemplates;

    Literals(String text, Notation notation) {
        this.text = text;
        this.notation = notation;
    }

    /** After the comment that begins here, its line break left out; here if none does. */
    int endOfComment(int at) {
        if (notation.beginsLineComment(text, at)) {
            return endOfLine(at);
        }
        return notation.beginsBlockComment(text, at) ? endOfBlockComment(at) : at;
    }

    private int endOfBlockComment(int at) {
        int depth = 1;
        int i = at + 2;
        while (i < text.length() && depth > 0) {
            boolean closes = text.startsWith("*/", i);
            boolean opens = notation.nestsComments() && text.startsWith("/*", i);
            depth += closes ? -1 : opens ? 1 : 0;
            i += closes || opens ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    /** The literal whose prefix is a word. */
    Optional<Literal> prefixed(int start, int endOfWord) {
        if (endOfWord >= text.length() || !notation.isPrefix(text.substring(start, endOfWord))) {
            return Optional.empty();
        }
        if (notation == Notation.RUST) {
            return text.charAt(endOfWord - 1) == 'r' ? raw(start, endOfWord) : at(start, endOfWord);
        }
        return "\"'".indexOf(text.charAt(endOfWord)) < 0 ? Optional.empty() : at(start, endOfWord);
    }

    /** The literal that a mark opens, with what stands before the mark from its start. */
    Optional<Literal> at(int start, int mark) {
        char quote = text.charAt(mark);
        if (notation == Notation.PYTHON && "\"'".indexOf(quote) >= 0 && isTriple(quote, mark)) {
            return Optional.of(closedBy(text.substring(mark, mark + 3), start, mark + 3));
        }
        if (notation.quotesInLine(quote)) {
            return inLine(quote, start, mark);
        }
        if (notation == Notation.RUST && quote == '\'') {
            return character(start, mark);
        }
        if (!notation.quotesLines(quote)) {
            return Optional.empty();
        }
        return notation.hasTemplates() ? template(mark) : Optional.of(closedBy(String.valueOf(quote), start, mark + 1));
    }

    /** A regular expression that the slash here opens. */
    Optional<Literal> regex(int slash) {
        boolean element = text.startsWith("/>", slash);
        return element ? Optional.empty() : inLine('/', slash, slash);
    }

    private boolean isTriple(char quote, int at) {
        return at + 2 < text.length() && text.charAt(at + 1) == quote && text.charAt(at + 2) == quote;
    }

    private Literal closedBy(String mark, int start, int from) {
        boolean escapes = notation.escapes(mark.charAt(0));
        for (int i = from; i < text.length(); i++) {
            if (escapes && text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(mark, i)) {
                return new Literal(i + mark.length(), from - start, mark.length());
            }
        }
        return new Literal(text.length(), 0, 0);
    }

    private Optional<Literal> raw(int start, int from) {
        int mark = from;
        while (mark < text.length() && text.charAt(mark) == '#' && mark - from < MAX_HASHES) {
            mark++;
        }
        if (mark == text.length() || text.charAt(mark) != '"') {
            return Optional.empty();
        }
        String close = "\"" + "#".repeat(mark - from);
        int end = text.indexOf(close, mark + 1);
        return Optional.of(
                end < 0
                        ? new Literal(text.length(), 0, 0)
                        : new Literal(end + close.length(), mark + 1 - start, close.length()));
    }

    private Optional<Literal> inLine(char quote, int start, int mark) {
        if (mark < hopeless.getOrDefault(quote, 0)) {
            return Optional.empty();
        }
        boolean set = false;
        int i = mark + 1;
        for (; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
            } else if (c == quote && !set) {
                return Optional.of(new Literal(i + 1, mark + 1 - start, 1));
            } else if (quote == '/') {
                set = c == '[' || (set && c != ']');
            }
        }
        hopeless.put(quote, i);
        return Optional.empty();
    }

    /** A character between single quotes; a lone one is a lifetime's. */
    private Optional<Literal> character(int start, int mark) {
        int end = mark + 2;
        if (text.startsWith("\\", mark + 1)) {
            return inLine('\'', start, mark);
        }
        if (mark + 1 < text.length() && Character.isHighSurrogate(text.charAt(mark + 1))) {
            end = mark + 1 + SURROGATES;
        }
        boolean closed = end < text.length() && text.charAt(end) == '\'' && text.charAt(mark + 1) != '\'';
        return closed ? Optional.of(new Literal(end + 1, mark + 1 - start, 1)) : Optional.empty();
    }

    /** Code within a template may hold templates; where that never ends, marks are taken as they come. */
    private Optional<Literal> template(int mark) {
        if (plainTemplates) {
            return Optional.of(closedBy("`", mark, mark + 1));
        }
        int end = new TemplateScanner(text).endOf(mark);
        plainTemplates = end < 0;
        return end < 0 ? template(mark) : Optional.of(new Literal(end, 1, 1));
    }

    private int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
