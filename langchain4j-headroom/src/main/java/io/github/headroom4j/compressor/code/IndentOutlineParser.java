package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Languages whose blocks are made by colons and indentation: classes hold declarations, functions have bodies. */
final class IndentOutlineParser implements OutlineParser {

    /** A signature of more lines is no signature: its colon is followed by a comment, or it is missing. */
    private static final int MAX_HEADER_LINES = 40;

    private static final List<String> FUNCTIONS = List.of("def ", "async def ");

    /** A class that is still open. */
    private record Container(int indent, String path) {}

    @Override
    public Optional<FileOutline> parse(SourceText source, CompressionContext context) {
        return source.isIndented() ? Optional.of(new Finder(source).find()) : Optional.empty();
    }

    private static final class Finder {

        private final SourceText source;
        private final List<Declaration> declarations = new ArrayList<>();
        private final List<Span> comments = new ArrayList<>();
        private final Deque<Container> classes = new ArrayDeque<>();

        Finder(SourceText source) {
            this.source = source;
        }

        FileOutline find() {
            int line = 0;
            while (line < source.lines()) {
                line = readAt(line);
            }
            return new FileOutline(declarations, comments, true);
        }

        /** Reads what begins at a line, and returns the line to go on with. */
        private int readAt(int line) {
            int indent = source.indent(line);
            if (indent < 0) {
                return line + 1;
            }
            if (source.lineStartsWith(line, "#")) {
                comments.add(new Span(source.start(line) + indent, source.end(line)));
                return line + 1;
            }
            while (!classes.isEmpty() && classes.peek().indent() >= indent) {
                classes.pop();
            }
            if (source.lineStartsWith(line, "class ")) {
                return readClass(line, indent);
            }
            boolean function = FUNCTIONS.stream().anyMatch(word -> source.lineStartsWith(line, word));
            if (function) {
                return readFunction(line, indent);
            }
            int end = docStringEnd(line, source.lines() - 1);
            if (end >= line) {
                addDocString(line, end);
                return end + 1;
            }
            return line + 1;
        }

        private int readClass(int line, int indent) {
            String owner = owner();
            String name = nameAfter(line, "class ");
            int start = source.start(line) + indent;
            int last = lastLineOfBlock(line, indent);
            declarations.add(new Declaration(
                    Declaration.Kind.TYPE,
                    name,
                    owner,
                    new Span(decorated(line, indent), source.end(last)),
                    start,
                    Span.NONE));
            classes.push(new Container(indent, owner.isEmpty() ? name : owner + "." + name));
            return line + 1;
        }

        private int readFunction(int def, int indent) {
            int header = lastHeaderLine(def);
            int last = lastLineOfBlock(header, indent);
            int first = header + 1;
            String name = nameAfter(def, source.lineStartsWith(def, "async ") ? "async def " : "def ");
            Span body = Span.NONE;
            if (last >= first) {
                int docEnd = docStringEnd(first, last);
                if (docEnd >= first) {
                    addDocString(first, docEnd);
                }
                int before = Math.max(header, docEnd);
                body = before < last ? new Span(source.end(before), source.end(last)) : Span.NONE;
            }
            Span whole = new Span(decorated(def, indent), source.end(Math.max(def, last)));
            declarations.add(
                    new Declaration(Declaration.Kind.FUNCTION, name, owner(), whole, source.start(def) + indent, body));
            return Math.max(last, def) + 1;
        }

        private String owner() {
            return classes.isEmpty() ? "" : classes.peek().path();
        }

        private void addDocString(int first, int last) {
            comments.add(new Span(source.start(first) + source.indent(first), source.end(last)));
        }

        private String nameAfter(int line, String word) {
            int start = source.start(line) + source.indent(line) + word.length();
            return source.text().substring(start, JavaLexer.endOfWord(source.text(), start));
        }

        /** Where the decorators above a definition begin. */
        private int decorated(int line, int indent) {
            int first = line;
            while (first > 0
                    && source.indent(first - 1) == indent
                    && (source.lineStartsWith(first - 1, "@") || source.lineStartsWith(first - 1, "#"))) {
                first--;
            }
            return source.start(first) + indent;
        }

        private int lastHeaderLine(int def) {
            for (int line = def; line < Math.min(source.lines(), def + MAX_HEADER_LINES); line++) {
                int end = source.end(line);
                if (end > source.start(line) && source.text().charAt(end - 1) == ':') {
                    return line;
                }
            }
            return def;
        }

        private int lastLineOfBlock(int header, int indent) {
            int last = header;
            for (int line = header + 1; line < source.lines(); line++) {
                int here = source.indent(line);
                if (here >= 0 && here <= indent) {
                    break;
                }
                if (here > indent) {
                    last = line;
                }
            }
            return last;
        }

        /** The last line of a documentation string that begins a line, or the line before if there is none. */
        private int docStringEnd(int first, int last) {
            for (String quotes : List.of("\"\"\"", "'''", "r\"\"\"")) {
                if (source.lineStartsWith(first, quotes)) {
                    int opening = source.start(first) + source.indent(first) + quotes.length();
                    int closing = source.text().indexOf(quotes.substring(quotes.length() - 3), opening);
                    return closing < 0 ? last : Math.min(last, source.lineAt(closing));
                }
            }
            return first - 1;
        }
    }
}
