package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Field.Mode;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the cells of a row tell which of its groups are there. The rule: a group is an object in a row if the
 * row has a value by cell or by name for anything below it; a group with nothing of that kind below it is there whenever
 * the group above it is. Where the rule would fail, a column without cells gets cells.
 */
final class Witnesses {

    private final Grid grid;

    Witnesses(Grid grid) {
        this.grid = grid;
    }

    void ensure() {
        ensure(grid.layout().root());
    }

    private void ensure(Field group) {
        if (group.parent() != null) {
            while (!seen(group, grid.objects(group.parent())).equals(grid.objects(group))) {
                giveCells(group);
            }
        }
        for (Field child : group.children()) {
            if (child.isGroup()) {
                ensure(child);
            }
        }
    }

    private BitSet seen(Field group, BitSet above) {
        BitSet seen = new BitSet();
        if (!showsAnything(group)) {
            seen.or(above);
            return seen;
        }
        collect(group, seen, group);
        return seen;
    }

    private void collect(Field field, BitSet into, Field top) {
        for (Field child : field.children()) {
            if (child.isGroup()) {
                collect(child, into, top);
            } else if (child.mode() != Mode.FIXED && !isSelfOf(child, top)) {
                for (int row = 0; row < grid.rows(); row++) {
                    if (grid.at(child, row) != null) {
                        into.set(row);
                    }
                }
            }
        }
    }

    private static boolean isSelfOf(Field leaf, Field group) {
        return leaf.kind() == Kind.SELF && leaf.parent() == group;
    }

    private static void giveCells(Field group) {
        Field fixed = firstFixed(group);
        if (fixed == null) {
            throw new IllegalStateException("an object has no members");
        }
        fixed.describe(Mode.CELL, null);
    }

    private static @Nullable Field firstFixed(Field field) {
        if (!field.isGroup()) {
            return field.mode() == Mode.FIXED ? field : null;
        }
        for (Field child : field.children()) {
            Field found = firstFixed(child);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether any value below a group, but for the group's own, is given by cell or by name. */
    static boolean showsAnything(Field group) {
        for (Field child : group.children()) {
            boolean shows = child.isGroup()
                    ? showsAnything(child) || child.find(Kind.SELF, "") != null
                    : child.mode() != Mode.FIXED && child.kind() != Kind.SELF;
            if (shows) {
                return true;
            }
        }
        return false;
    }
}
