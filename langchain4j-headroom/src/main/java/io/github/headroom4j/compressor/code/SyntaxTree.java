package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.treesitter.TSNode;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * A tree that tree-sitter made of a text. What a node's object is asked takes the native library about as long as a word
 * takes it to parse; the step of a cursor takes far less. So what nodes hold is found by cursors, and each node is
 * asked once. Not thread-safe, and to be closed before the tree is.
 */
final class SyntaxTree implements AutoCloseable {

    private final String text;
    private final PackedCode code;
    private final NodeNames names;
    private final TSNode root;
    private final TSTreeCursor place;
    private final TSTreeCursor children;

    /**
     * A tree.
     *
     * @param tree of the packed code
     * @param text what the code was made of
     * @param code the code
     * @param names those of its language
     */
    SyntaxTree(TSTree tree, String text, PackedCode code, NodeNames names) {
        this.text = text;
        this.code = code;
        this.names = names;
        root = tree.getRootNode();
        place = new TSTreeCursor(root);
        children = place.copy();
    }

    /** Whether there is anything that the parser could not place. */
    boolean hasErrors() {
        return root.hasError();
    }

    /** The node at the place of a walk, which begins at the root. */
    SyntaxNode current() {
        return new SyntaxNode(place.currentNode(), this);
    }

    /** Goes to the first child; whether there is one. */
    boolean descend() {
        return place.gotoFirstChild();
    }

    /** Goes to the next node of the same parent; whether there is one. */
    boolean advance() {
        return place.gotoNextSibling();
    }

    /** Goes to the parent; whether there is one. */
    boolean ascend() {
        return place.gotoParent();
    }

    @Override
    public void close() {
        children.close();
        place.close();
    }

    /** The children of a node that have a name in it; of those with the same name the first. */
    Map<String, SyntaxNode> fields(TSNode node) {
        Map<String, SyntaxNode> fields = new HashMap<>();
        children.reset(node);
        for (boolean more = children.gotoFirstChild(); more; more = children.gotoNextSibling()) {
            String field = names.field(children.currentFieldId());
            if (!field.isEmpty() && !fields.containsKey(field)) {
                fields.put(field, new SyntaxNode(children.currentNode(), this));
            }
        }
        return fields;
    }

    /** The first children that are more than marks or key words. */
    List<SyntaxNode> children(TSNode node, int limit) {
        List<SyntaxNode> found = new ArrayList<>();
        children.reset(node);
        for (boolean more = children.gotoFirstChild();
                more && found.size() < limit;
                more = children.gotoNextSibling()) {
            SyntaxNode child = new SyntaxNode(children.currentNode(), this);
            if (!child.type().isEmpty()) {
                found.add(child);
            }
        }
        return found;
    }

    String type(TSNode node) {
        return names.type(node.getSymbol());
    }

    int offset(TSNode node) {
        return node.getStartByte() / TreeSitterOutlineParser.BYTES_PER_CHAR;
    }

    int start(int offset) {
        return Math.min(text.length(), code.start(offset));
    }

    /** Without the white space that some nodes end with. */
    int end(TSNode node, int start) {
        int end = Math.min(text.length(), code.end(node.getEndByte() / TreeSitterOutlineParser.BYTES_PER_CHAR));
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return Math.max(start, end);
    }

    /** Where the code before a node ends, which is not where comments before it do. */
    int endOfPrevious(int offset) {
        return code.endBefore(offset);
    }
}
