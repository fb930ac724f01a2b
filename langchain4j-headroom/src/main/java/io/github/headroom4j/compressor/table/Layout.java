package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Field.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a table. */
final class Layout {

    private final Field root;
    private final List<Field> leaves = new ArrayList<>();

    Layout(Field root) {
        this.root = root;
    }

    Field root() {
        return root;
    }

    /** All columns, by their number. */
    List<Field> leaves() {
        return leaves;
    }

    void addLeaf(Field leaf) {
        leaf.becomeLeaf(leaves.size());
        leaves.add(leaf);
    }

    /** The columns of a mode in the order in which a header names them. */
    List<Field> inOrder(Mode mode) {
        List<Field> ordered = new ArrayList<>();
        collect(root, mode, ordered);
        return ordered;
    }

    private static void collect(Field field, Mode mode, List<Field> into) {
        if (!field.isGroup()) {
            if (field.mode() == mode) {
                into.add(field);
            }
            return;
        }
        for (Field child : field.children()) {
            collect(child, mode, into);
        }
    }

    /** How an expression of one column names another; null if the other's name is not plain. */
    static @Nullable String reference(Field from, Field to) {
        if (to.kind() == Kind.KEY) {
            return "#";
        }
        StringBuilder path = new StringBuilder();
        for (Field step = to; step.parent() != null; step = step.parent()) {
            if (step.kind() != Kind.MEMBER || !Lexis.isPlainName(step.name())) {
                return null;
            }
            path.insert(0, step.name()).insert(0, '.');
        }
        boolean siblings = from.parent() == to.parent()
                && to.parent() != null
                && to.parent().parent() != null;
        return siblings ? "." + to.name() : path.substring(1);
    }

    /** The column that a reference names. */
    Field resolve(Field from, String reference) {
        if ("#".equals(reference)) {
            return leafOf(root.find(Kind.KEY, ""), reference);
        }
        Field at = root;
        String path = reference;
        if (reference.startsWith(".")) {
            at = from.parent() == null ? root : from.parent();
            path = reference.substring(1);
        }
        for (String name : path.split("\\.", -1)) {
            at = at.find(Kind.MEMBER, name);
            if (at == null) {
                break;
            }
        }
        return leafOf(at, reference);
    }

    private static Field leafOf(@Nullable Field field, String reference) {
        if (field == null || field.isGroup()) {
            throw new NotationException("no such column: " + reference);
        }
        return field;
    }
}
