package io.github.headroom4j.compressor.code;

/** Tells which tokens make an import statement, in a language whose statements end with their line. */
final class IndentImports {

    private final String text;
    private int start = -1;
    private int last = -1;
    private boolean indented;
    private boolean shown;

    IndentImports(String text) {
        this.text = text;
    }

    /** A token outside of brackets, or the text's end; whether the statement of the tokens before ends with it. */
    boolean endsBefore(int at) {
        if (start < 0) {
            return false;
        }
        boolean followed = at < text.length() && text.charAt(at) == ';';
        // A block needs a statement, the top of a file does not.
        shown = followed || indented;
        return followed || at == text.length() || startsStatement(at);
    }

    /** Whether a statement has begun that did not end. */
    boolean isOpen() {
        return start >= 0;
    }

    /** The statement that ended, from its first character to its last one; empty if nothing has to stand for it. */
    Span end() {
        Span statement = shown ? new Span(start, last + 1) : Span.NONE;
        start = -1;
        return statement;
    }

    /** The next token outside of functions; whether it is in a statement. */
    boolean holds(int at, int end, boolean inBrackets) {
        boolean imports = text.startsWith("import ", at) || text.startsWith("from ", at);
        if (imports && start < 0 && !inBrackets && startsStatement(at)) {
            start = at;
            indented = IndentBodies.column(text, at) > 0;
        }
        last = end - 1;
        return start >= 0;
    }

    private boolean startsStatement(int at) {
        return IndentBodies.startsLine(text, at) && (last < 0 || text.charAt(last) != '\\');
    }
}
