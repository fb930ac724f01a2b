package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Pace;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a grid is printed: each column of its layout described, arrays of objects planned as tables of their own. */
final class TablePlan {

    /** A table within a column: the elements of all rows' arrays, and where each row's begin. */
    static final class Inner {
        private final TablePlan plan;
        private final int[] offsets;

        Inner(TablePlan plan, int[] offsets) {
            this.plan = plan;
            this.offsets = offsets;
        }

        TablePlan plan() {
            return plan;
        }

        int offset(int row) {
            return offsets[row];
        }

        /** The row of the outer table that holds a row of this one. */
        int holder(int innerRow) {
            int low = 0;
            int high = offsets.length - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (offsets[middle] <= innerRow) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }

    private final Grid grid;
    private final IdentityHashMap<Field, Inner> inners = new IdentityHashMap<>();

    private TablePlan(Grid grid) {
        this.grid = grid;
    }

    /**
     * Plans a table.
     *
     * @param rows the rows, without elided ones
     * @param keys their names, or null
     * @return the plan, or null if the rows are not alike enough
     */
    static @Nullable TablePlan of(List<? extends Value> rows, @Nullable List<String> keys, Pace pace) {
        Grid grid = Grid.of(rows, keys, pace);
        return grid == null ? null : of(grid, true);
    }

    /**
     * Plans a table of rows that need not be alike.
     *
     * @param rows the rows, without elided ones
     * @param keys their names, or null
     * @return the plan
     */
    static TablePlan ofAny(List<? extends Value> rows, @Nullable List<String> keys, Pace pace) {
        return of(Grid.ofAny(rows, keys, pace), false);
    }

    /** Plans a table whose columns are given. */
    static TablePlan of(Table table, Pace pace) {
        return of(Grid.of(table, pace), false);
    }

    /** Rows among which others are missing are each written out, since there is nothing to expect from the row above. */
    private static TablePlan of(Grid grid, boolean complete) {
        TablePlan plan = new TablePlan(grid);
        new ColumnPlanner(plan, complete).plan();
        new Witnesses(grid).ensure();
        return plan;
    }

    Grid grid() {
        return grid;
    }

    void addInner(Field column, Inner inner) {
        inners.put(column, inner);
        column.contains(inner.plan().grid().layout());
    }

    @Nullable
    Inner inner(Field column) {
        return inners.get(column);
    }
}
