package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.List;

/** What in a document is a tree of things, and what is a list of rows, which are chosen from elsewhere. */
final class DocumentTree {

    /** As many elements make a list of rows. */
    private static final int ROWS = 10;

    private DocumentTree() {}

    /** Whether a value holds others and is no list of rows. */
    static boolean isBranch(Value value) {
        List<Value> children = children(value);
        return !children.isEmpty() && !isRows(value, children);
    }

    private static boolean isRows(Value value, List<Value> children) {
        boolean abridged = children.stream().anyMatch(Elided.class::isInstance);
        boolean many = children.size() >= ROWS
                && (value instanceof Items || children.stream().allMatch(Members.class::isInstance));
        return abridged || many;
    }

    static boolean isContainer(Value value) {
        return value instanceof Items || value instanceof Members;
    }

    static List<Value> children(Value value) {
        if (value instanceof Items items) {
            return items.elements();
        }
        return value instanceof Members members ? members.values() : List.of();
    }

    /** The same container with other children. */
    static Value with(Value container, List<Value> children) {
        return container instanceof Members members ? new Members(members.names(), children) : new Items(children);
    }

    /** A scalar's characters. */
    static String characters(Value scalar) {
        return scalar instanceof Text text ? text.text() : scalar.toJson();
    }
}
