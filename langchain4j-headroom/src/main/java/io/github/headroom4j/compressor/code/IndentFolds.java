package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.List;

/** Folds of languages whose blocks are made by indentation: bodies of functions, runs of imports. */
final class IndentFolds {

    /** Fewer imports than this are cheaper to show than to note. */
    private static final int MIN_IMPORTS = 4;

    /** A signature of more lines is no signature: its colon is followed by a comment, or it is missing. */
    private static final int MAX_HEADER_LINES = 40;

    private final SourceText source;
    private final List<Fold> folds = new ArrayList<>();

    private IndentFolds(SourceText source) {
        this.source = source;
    }

    static List<Fold> of(SourceText source) {
        IndentFolds finder = new IndentFolds(source);
        int line = 0;
        while (line < source.lines()) {
            line = finder.foldAt(line);
        }
        return finder.folds;
    }

    /** Folds what begins at a line, and returns the line to go on with. */
    private int foldAt(int line) {
        if (isImport(line)) {
            return foldImports(line);
        }
        if (source.lineStartsWith(line, "def ") || source.lineStartsWith(line, "async def ")) {
            return foldFunction(line);
        }
        return line + 1;
    }

    private boolean isImport(int line) {
        return source.indent(line) == 0
                && (source.lineStartsWith(line, "import ") || source.lineStartsWith(line, "from "));
    }

    private int foldImports(int first) {
        int last = first;
        int line = first;
        while (line < source.lines() && (isImport(line) || source.indent(line) != 0 || closes(line))) {
            if (source.indent(line) >= 0) {
                last = line;
            }
            line++;
        }
        if (last - first + 1 >= MIN_IMPORTS) {
            int start = source.start(first);
            folds.add(new Fold(Fold.Kind.BOILERPLATE, start, source.end(last), "# ", " of imports", start));
        }
        return last + 1;
    }

    private boolean closes(int line) {
        return source.lineStartsWith(line, ")");
    }

    private int foldFunction(int def) {
        int indent = source.indent(def);
        int header = lastHeaderLine(def);
        int last = lastLineOfBlock(header, indent);
        int first = header + 1;
        if (last <= first) {
            return Math.max(last, def) + 1;
        }
        int docEnd = docStringEnd(first, last);
        String bodyIndent =
                source.text().substring(source.start(first), source.start(first) + Math.max(0, source.indent(first)));
        if (docEnd < last) {
            String before = "\n" + bodyIndent + "...  # ";
            int start = docEnd < first ? source.end(header) : source.end(docEnd);
            folds.add(new Fold(Fold.Kind.BODY, start, source.end(last), before, "", source.start(def)));
        }
        return last + 1;
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

    /** The last line of the documentation string that opens a body, or the line before the body if there is none. */
    private int docStringEnd(int first, int last) {
        for (String quotes : List.of("\"\"\"", "'''")) {
            if (source.lineStartsWith(first, quotes)) {
                int opening = source.start(first) + source.indent(first) + quotes.length();
                int closing = source.text().indexOf(quotes, opening);
                return closing < 0 ? last : Math.min(last, source.lineAt(closing));
            }
        }
        return first - 1;
    }
}
