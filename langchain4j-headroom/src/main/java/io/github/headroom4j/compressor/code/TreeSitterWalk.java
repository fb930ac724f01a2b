package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.Pace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds declarations in a syntax tree, by a cursor and without recursion. Not thread-safe: one per tree. */
final class TreeSitterWalk {

    /** Deeper than a module's wrapper, a class in a namespace or a function in a condition nobody declares anything. */
    private static final int MAX_DEPTH = 40;

    /** A text is of another language, or too broken, if the parser could not place one of so many characters. */
    private static final int CHARS_PER_ERROR = 20;

    private final Grammar grammar;
    private final Pace pace;
    private final DeclarationPrefix prefix = new DeclarationPrefix();
    private final TreeSitterDeclarations found;
    private final int chars;
    private final Deque<Closure> closures = new ArrayDeque<>();
    private int errors;

    /** A function without a name, whose body folds if nothing is declared in it. */
    private record Closure(SyntaxNode node, String name, int before) {}

    TreeSitterWalk(Grammar grammar, SourceText source, List<Span> comments) {
        this.grammar = grammar;
        pace = source.pace();
        chars = source.text().length();
        found = new TreeSitterDeclarations(grammar, source, comments, prefix);
    }

    /** What the tree declares; empty if that is nothing, or if too much of it is none of the language's. */
    Optional<FileOutline> outline(SyntaxTree tree) {
        if (tree.current().type().equals(NodeNames.ERROR)) {
            return Optional.empty();
        }
        walk(tree);
        closeBefore(Integer.MAX_VALUE);
        return errors > chars / CHARS_PER_ERROR ? Optional.empty() : found.outline();
    }

    private void walk(SyntaxTree tree) {
        int depth = 0;
        while (true) {
            pace.step();
            if (depth < MAX_DEPTH && visit(tree.current()) && tree.descend()) {
                depth++;
                continue;
            }
            while (!tree.advance()) {
                depth--;
                if (depth < 0 || !tree.ascend()) {
                    return;
                }
            }
        }
    }

    /** Records a node; returns whether its children are to be visited. */
    private boolean visit(SyntaxNode node) {
        String type = node.type();
        if (type.isEmpty()) {
            return false;
        }
        if (type.equals(NodeNames.ERROR)) {
            errors += node.end() - node.start();
        }
        prefix.reach(node);
        found.reach(node);
        return !Grammar.isOpaque(type) && declare(node, type);
    }

    private boolean declare(SyntaxNode node, String type) {
        if (grammar.isFunction(type)) {
            leaveBefore(node.start());
            found.addFunction(node);
            return false;
        }
        if (grammar.isType(type)) {
            leaveBefore(node.start());
            found.addType(node);
            return true;
        }
        if (grammar.isValue(type)) {
            leaveBefore(node.start());
            return found.addValue(node);
        }
        if (Grammar.isClosure(type)) {
            leaveBefore(node.start());
            closures.push(new Closure(node, found.variable(node), found.count()));
            prefix.drop();
        }
        return true;
    }

    private void leaveBefore(int start) {
        closeBefore(start);
        found.leaveBefore(start);
    }

    private void closeBefore(int start) {
        while (!closures.isEmpty() && closures.peek().node().end() <= start) {
            Closure closure = closures.pop();
            if (found.holdsOnlyValuesFrom(closure.before())) {
                found.addClosure(closure.node(), closure.name(), closure.before());
            }
        }
    }
}
