package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.Pace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/** Finds declarations in a syntax tree, by a cursor and without recursion. Not thread-safe: one per tree. */
final class TreeSitterWalk {

    /** Deeper than a module's wrapper, a class in a namespace or a function in a condition nobody declares anything. */
    private static final int MAX_DEPTH = 40;

    /** A text is of another language, or too broken, if the parser could not place one of so many characters. */
    private static final int CHARS_PER_ERROR = 20;

    /** The type of a node that the parser could not place. */
    private static final String ERROR = "ERROR";

    private final Grammar grammar;
    private final Pace pace;
    private final TreeSitterDeclarations found;
    private final NodeText nodes;
    private final int chars;
    private final Deque<Closure> closures = new ArrayDeque<>();
    private int errors;

    /** A function without a name, whose body folds if nothing is declared in it. */
    private record Closure(TSNode node, String name, int end, int before) {}

    TreeSitterWalk(Grammar grammar, SourceText source, List<Span> comments) {
        this.grammar = grammar;
        pace = source.pace();
        chars = source.text().length();
        found = new TreeSitterDeclarations(grammar, source, comments);
        nodes = new NodeText(source.text());
    }

    /** What the tree declares; empty if that is nothing, or if too much of it is none of the language's. */
    Optional<FileOutline> outline(TSNode root) {
        if (root.isError()) {
            return Optional.empty();
        }
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            walk(cursor);
        }
        closeBefore(Integer.MAX_VALUE);
        return errors > chars / CHARS_PER_ERROR ? Optional.empty() : found.outline();
    }

    private void walk(TSTreeCursor cursor) {
        int depth = 0;
        while (true) {
            pace.step();
            if (depth < MAX_DEPTH && visit(cursor.currentNode()) && cursor.gotoFirstChild()) {
                depth++;
                continue;
            }
            while (!cursor.gotoNextSibling()) {
                depth--;
                if (depth < 0 || !cursor.gotoParent()) {
                    return;
                }
            }
        }
    }

    /** Records a node; returns whether its children are to be visited. Asks it little: each question goes to the native library. */
    private boolean visit(TSNode node) {
        if (!node.isNamed()) {
            return false;
        }
        String type = node.getType();
        int start = nodes.start(node);
        closeBefore(start);
        found.leaveBefore(start);
        if (type.equals(ERROR)) {
            errors += nodes.end(node) - nodes.start(node);
        }
        if (Grammar.isWrapper(type)) {
            found.addPrefix(node);
        }
        if (Grammar.isOpaque(type) || found.addDocumentation(node, type)) {
            return false;
        }
        return declare(node, type, start);
    }

    private boolean declare(TSNode node, String type, int start) {
        if (grammar.isFunction(type)) {
            found.addFunction(node);
            return false;
        }
        if (grammar.isType(type)) {
            found.addType(node);
            return true;
        }
        if (grammar.isValue(type)) {
            return found.addValue(node);
        }
        if (Grammar.isClosure(type)) {
            closures.push(new Closure(node, found.variable(node), nodes.end(node), found.count()));
        }
        found.dropPrefix(start);
        return true;
    }

    private void closeBefore(int start) {
        while (!closures.isEmpty() && closures.peek().end() <= start) {
            Closure closure = closures.pop();
            if (found.holdsOnlyValuesFrom(closure.before())) {
                found.addClosure(closure.node(), closure.name(), closure.before());
            }
        }
    }
}
