package io.github.headroom4j.compressor.code;

/**
 * Tells which tokens make the body of a function whose block is made by indentation. Its documentation is no part of it.
 */
final class IndentBodies {

    private enum State {
        OUTSIDE,
        HEADER,
        BODY
    }

    private final String text;
    private State state = State.OUTSIDE;
    private int indent;
    private int headerEnd;
    private boolean documented;
    private int first = -1;
    private int last = -1;

    IndentBodies(String text) {
        this.text = text;
    }

    /** A token outside of brackets; whether the body of the token before ends with it. */
    boolean endsBefore(int at) {
        boolean over = at == text.length() || (startsLine(text, at) && column(text, at) <= indent);
        if (state != State.BODY || !over) {
            return false;
        }
        state = State.OUTSIDE;
        return true;
    }

    /** The next token; whether it is in a body. */
    boolean holds(int at, int end, boolean inBrackets) {
        switch (state) {
            case OUTSIDE -> begin(at, inBrackets);
            case HEADER -> {
                if (!inBrackets && text.charAt(at) == ':') {
                    state = State.BODY;
                    headerEnd = end;
                }
            }
            case BODY -> {
                return body(at, end);
            }
        }
        return false;
    }

    private void begin(int at, boolean inBrackets) {
        boolean function = text.startsWith("def ", at) || text.startsWith("async def ", at);
        if (function && !inBrackets && startsLine(text, at)) {
            state = State.HEADER;
            indent = column(text, at);
            documented = false;
            first = -1;
        }
    }

    private boolean body(int at, int end) {
        if (first < 0 && text.substring(headerEnd, at).indexOf('\n') < 0) {
            state = State.OUTSIDE;
            return false;
        }
        if (first < 0 && !documented && end - at > 1 && "\"'".indexOf(text.charAt(end - 1)) >= 0) {
            documented = true;
            headerEnd = end;
            return false;
        }
        first = first < 0 ? at : first;
        last = end - 1;
        return true;
    }

    /** From the first character of the last body to its last one; empty if it had nothing but documentation. */
    Span body() {
        return first < 0 ? Span.NONE : new Span(first, last + 1);
    }

    /** Whether only blanks stand before a character in its line. */
    static boolean startsLine(String text, int at) {
        int i = at;
        while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        return i == 0 || text.charAt(i - 1) == '\n' || text.charAt(i - 1) == '\r';
    }

    /** How many characters stand before one in its line. */
    static int column(String text, int at) {
        return at - text.lastIndexOf('\n', at) - 1;
    }
}
