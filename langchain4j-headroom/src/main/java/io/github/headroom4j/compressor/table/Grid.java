package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows taken apart into columns, nested objects into groups of columns. */
final class Grid {

    /** Objects become columns if, on average, each name is used so often. */
    private static final double MIN_USES_PER_NAME = 1.5;

    /** The grid may have so many cells per member, so that memory stays linear in the document. */
    private static final long MAX_CELLS_PER_MEMBER = 64;

    /** Fewer texts than this are as well off in brackets. */
    private static final int MIN_TEXTS = 8;

    private final Layout layout = new Layout(Field.root());
    private final List<@Nullable Value[]> columns = new ArrayList<>();
    private final IdentityHashMap<Field, BitSet> objects = new IdentityHashMap<>();
    private final int rows;
    private final Pace pace;

    private Grid(int rows, Pace pace) {
        this.pace = pace;
        this.rows = rows;
    }

    /**
     * Takes rows apart.
     *
     * @param values the rows
     * @param keys their names, or null if they have none
     * @return the grid, or null if the rows are not alike enough for one
     */
    static @Nullable Grid of(List<? extends Value> values, @Nullable List<String> keys, Pace pace) {
        Grid grid = new Grid(values.size(), pace);
        if (keys != null) {
            @Nullable Value[] names = new Value[keys.size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = new Text(keys.get(i));
            }
            grid.addLeaf(grid.layout.root(), grid.layout.root().child(Kind.KEY, ""), names);
        }
        return grid.split(grid.layout.root(), values.toArray(new Value[0])) ? grid : null;
    }

    /**
     * Takes rows apart that need not be alike.
     *
     * @return the grid; one column of whole rows if they are not alike enough for more
     */
    static Grid ofAny(List<? extends Value> values, @Nullable List<String> keys, Pace pace) {
        Grid grid = of(values, keys, pace);
        if (grid == null) {
            grid = new Grid(values.size(), pace);
            Field root = grid.layout.root();
            grid.addLeaf(root, root.child(Kind.SELF, ""), values.toArray(new Value[0]));
        }
        return grid;
    }

    /** The columns of a table, which need not be found. */
    static Grid of(Table table, Pace pace) {
        Grid grid = new Grid(table.rows().size(), pace);
        Field root = grid.layout.root();
        BitSet all = new BitSet();
        all.set(0, grid.rows);
        grid.objects.put(root, all);
        for (int column = 0; column < table.names().size(); column++) {
            @Nullable Value[] cells = new Value[grid.rows];
            for (int row = 0; row < cells.length; row++) {
                pace.step();
                cells[row] = table.rows().get(row).get(column);
            }
            grid.addLeaf(root, root.child(Kind.MEMBER, table.names().get(column)), cells);
        }
        return grid;
    }

    Layout layout() {
        return layout;
    }

    /** Steps as cells are read. */
    Pace pace() {
        return pace;
    }

    int rows() {
        return rows;
    }

    @Nullable
    Value at(Field leaf, int row) {
        pace.step();
        return columns.get(leaf.slot())[row];
    }

    /** The rows in which a group is an object. */
    BitSet objects(Field group) {
        BitSet found = objects.get(group);
        return found == null ? new BitSet() : found;
    }

    private boolean split(Field group, @Nullable Value[] values) {
        boolean root = group.parent() == null;
        MemberOrder order = new MemberOrder();
        BitSet conforming = new BitSet();
        for (int i = 0; i < values.length; i++) {
            pace.step();
            if (values[i] instanceof Members object && (root || !object.names().isEmpty()) && order.accept(object)) {
                conforming.set(i);
            }
        }
        if (!isWorthIt(order, values.length) && !(root && order.names().isEmpty() && isListOfItsOwn(values))) {
            return false;
        }
        objects.put(group, conforming);
        addSelf(group, values, conforming);
        for (String name : order.names()) {
            addMember(group, name, values, conforming);
        }
        return true;
    }

    /** Whether rows that are no objects make a table of one column: many texts, or arrays of objects. */
    private static boolean isListOfItsOwn(@Nullable Value[] values) {
        int texts = 0;
        int lists = 0;
        for (Value value : values) {
            texts += value instanceof Text ? 1 : 0;
            lists += value instanceof Items items
                            && !items.elements().isEmpty()
                            && items.elements().get(0) instanceof Members
                    ? 1
                    : 0;
        }
        return 2 * lists > values.length || (texts == values.length && texts >= MIN_TEXTS);
    }

    private static boolean isWorthIt(MemberOrder order, int rows) {
        long names = order.names().size();
        return names > 0
                && order.accepted() >= MIN_USES_PER_NAME * names
                && names * rows <= MAX_CELLS_PER_MEMBER * order.accepted();
    }

    private void addSelf(Field group, @Nullable Value[] values, BitSet conforming) {
        @Nullable Value[] others = values.clone();
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            if (conforming.get(i)) {
                others[i] = null;
            }
            any |= others[i] != null;
        }
        if (any) {
            addLeaf(group, group.child(Kind.SELF, ""), others);
        }
    }

    private void addMember(Field group, String name, @Nullable Value[] values, BitSet conforming) {
        @Nullable Value[] members = new Value[values.length];
        int at = -1;
        for (int i = conforming.nextSetBit(0); i >= 0; i = conforming.nextSetBit(i + 1)) {
            if (values[i] instanceof Members object) {
                at = place(object.names(), name, at);
                members[i] = at < 0 ? null : object.values().get(at);
            }
        }
        Field field = group.child(Kind.MEMBER, name);
        if (split(field, members)) {
            group.children().add(field);
        } else {
            addLeaf(group, field, members);
        }
    }

    /** Where a name stands, or -1; mostly where it stood in the object before. */
    private int place(List<String> names, String name, int before) {
        pace.step();
        if (before >= 0 && before < names.size() && names.get(before).equals(name)) {
            return before;
        }
        pace.step(names.size());
        return names.indexOf(name);
    }

    private void addLeaf(Field group, Field leaf, @Nullable Value[] values) {
        group.children().add(leaf);
        layout.addLeaf(leaf);
        columns.add(values);
    }
}
