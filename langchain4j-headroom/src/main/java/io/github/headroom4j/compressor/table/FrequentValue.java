package io.github.headroom4j.compressor.table;

import org.jspecify.annotations.Nullable;

/**
 * The value that most rows of a column have, if it is one that many have. Of those that are as frequent, the first to be so.
 *
 * <p>In two passes and little room, by the algorithm of Misra and Gries (Finding repeated elements, 1982): a value that more
 * than one of {@link #SHARE} rows has is among the candidates of the first pass, and the second counts those.
 *
 * @param value null if no value is a candidate
 * @param count the rows that have it; less than one of {@link #SHARE} says only that no value is more frequent than that
 * @param present the rows that have any value
 */
record FrequentValue(@Nullable Value value, int count, int present) {

    /** What fewer rows than one of so many have is no usual value. */
    static final int SHARE = 6;

    static FrequentValue of(Grid grid, Field leaf) {
        Candidates candidates = new Candidates();
        int present = 0;
        for (int row = 0; row < grid.rows(); row++) {
            Value value = grid.at(leaf, row);
            if (value != null) {
                present++;
                candidates.add(value);
            }
        }
        int[] counts = new int[SHARE - 1];
        int most = -1;
        for (int row = 0; row < grid.rows(); row++) {
            Value value = grid.at(leaf, row);
            int at = value == null ? -1 : candidates.indexOf(value);
            if (at >= 0 && ++counts[at] > (most < 0 ? 0 : counts[most])) {
                most = at;
            }
        }
        return most < 0
                ? new FrequentValue(null, 0, present)
                : new FrequentValue(candidates.values[most], counts[most], present);
    }

    /** Of a column whose values are not to be compared. */
    static FrequentValue none(Grid grid, Field leaf) {
        int present = 0;
        for (int row = 0; row < grid.rows(); row++) {
            present += grid.at(leaf, row) == null ? 0 : 1;
        }
        return new FrequentValue(null, 0, present);
    }

    private static final class Candidates {

        private final @Nullable Value[] values = new Value[SHARE - 1];
        private final int[] lead = new int[SHARE - 1];

        void add(Value value) {
            int at = indexOf(value);
            at = at < 0 ? indexOf(null) : at;
            if (at >= 0) {
                values[at] = value;
                lead[at]++;
                return;
            }
            for (int i = 0; i < lead.length; i++) {
                if (--lead[i] == 0) {
                    values[i] = null;
                }
            }
        }

        int indexOf(@Nullable Value value) {
            for (int i = 0; i < values.length; i++) {
                if (value == null ? values[i] == null : value.equals(values[i])) {
                    return i;
                }
            }
            return -1;
        }
    }
}
