package io.github.headroom4j.eval.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All prefixes of the requests seen so far, block by block. Not thread-safe. */
final class PrefixTree {

    /** The end of one prefix. */
    static final class Node {

        private final Map<PromptBlock, Node> next = new HashMap<>();

        /** Whether a cache holds the prefix that ends here. */
        boolean held;
    }

    private final Node root = new Node();

    /**
     * Adds a request.
     *
     * @return the ends of its prefixes, of one block, of two, and so on; those seen before are the same nodes as then
     */
    List<Node> add(List<PromptBlock> blocks) {
        List<Node> path = new ArrayList<>();
        Node node = root;
        for (PromptBlock block : blocks) {
            node = node.next.computeIfAbsent(block, any -> new Node());
            path.add(node);
        }
        return path;
    }
}
