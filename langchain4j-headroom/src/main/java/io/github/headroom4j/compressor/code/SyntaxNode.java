package io.github.headroom4j.compressor.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;

/** A node of a tree, which asks the native library for nothing that it was not asked for, and for nothing twice. */
final class SyntaxNode {

    private final TSNode node;
    private final SyntaxTree tree;
    private @Nullable String type;
    private int offset = -1;
    private int start = -1;
    private int end = -1;
    private @Nullable Map<String, SyntaxNode> fields;

    SyntaxNode(TSNode node, SyntaxTree tree) {
        this.node = node;
        this.tree = tree;
    }

    /** Empty for a mark or key word. */
    String type() {
        if (type == null) {
            type = tree.type(node);
        }
        return type;
    }

    int start() {
        if (start < 0) {
            start = tree.start(offset());
        }
        return start;
    }

    int end() {
        if (end < 0) {
            end = tree.end(node, start());
        }
        return end;
    }

    Span span() {
        return new Span(start(), end());
    }

    /** Where what stands before it ends; where the text begins if nothing does. */
    int endOfPrevious() {
        return tree.endOfPrevious(offset());
    }

    private int offset() {
        if (offset < 0) {
            offset = tree.offset(node);
        }
        return offset;
    }

    boolean has(String field) {
        return fields().containsKey(field);
    }

    /** The first of some fields that the node has. */
    Optional<SyntaxNode> field(String... names) {
        for (String name : names) {
            SyntaxNode found = fields().get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The first child that is more than a mark or key word. */
    Optional<SyntaxNode> child() {
        return children(1).stream().findFirst();
    }

    /** The first such children. */
    List<SyntaxNode> children(int limit) {
        return tree.children(node, limit);
    }

    private Map<String, SyntaxNode> fields() {
        if (fields == null) {
            fields = tree.fields(node);
        }
        return fields;
    }
}
