package io.github.headroom4j.compressor.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Finds the declarations around the changes of a hunk; asked for pieces in their order, it is linear. Not thread-safe. */
final class Enclosing {

    /**
     * A declaration.
     *
     * @param line the index of its line in the hunk, -1 if the hunk's header names it
     * @param indent its column
     * @param text what it says, empty if there is none
     */
    record Declaration(int line, int indent, String text) {}

    private final Hunk hunk;
    private final List<String> body;
    private final Deque<Declaration> open = new ArrayDeque<>();
    private int at;

    Enclosing(Hunk hunk, List<String> body) {
        this.hunk = hunk;
        this.body = body;
        String named = hunk.header().tail().strip();
        open.push(new Declaration(-1, -1, CodeLine.says(named) ? named : ""));
    }

    /** The declaration that the lines from one index to before another stand in. */
    Declaration of(int from, int to) {
        while (at < from) {
            pass(at);
            at++;
        }
        int indent = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            indent = Math.min(indent, CodeLine.indent(hunk.content(body.get(i))));
        }
        for (Declaration declaration : open) {
            if (declaration.indent() < indent) {
                return declaration;
            }
        }
        return open.getLast();
    }

    private void pass(int line) {
        String content = hunk.content(body.get(line));
        int indent = CodeLine.indent(content);
        if (indent == Integer.MAX_VALUE) {
            return;
        }
        while (open.peek() != null && open.peek().indent() > indent) {
            open.pop();
        }
        if (CodeLine.declares(content)) {
            open.push(new Declaration(line, indent, content.strip()));
        }
    }
}
