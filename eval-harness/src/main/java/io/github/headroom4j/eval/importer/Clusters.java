package io.github.headroom4j.eval.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts documents together that questions share, by union-find: two questions that a document connects, over however many others,
 * are not independent. A cluster is named by its smallest document. Not thread-safe.
 */
final class Clusters {

    private final Map<String, String> parents = new HashMap<>();

    /** Says that documents belong together. */
    void connect(List<String> documents) {
        for (String document : documents) {
            String one = nameOf(documents.get(0));
            String other = nameOf(document);
            if (one.compareTo(other) < 0) {
                parents.put(other, one);
            } else if (one.compareTo(other) > 0) {
                parents.put(one, other);
            }
        }
    }

    /** The cluster of a document. */
    String nameOf(String document) {
        String root = document;
        for (String next = parents.get(root); next != null; next = parents.get(root)) {
            root = next;
        }
        String at = document;
        while (!at.equals(root)) {
            String next = parents.put(at, root);
            at = next == null ? root : next;
        }
        return root;
    }
}
