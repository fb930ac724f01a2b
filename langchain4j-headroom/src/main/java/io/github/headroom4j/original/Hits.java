package io.github.headroom4j.original;

import java.util.Arrays;
import java.util.Set;

/** Where a pattern was found: lines in ascending order, each with where its matches start and end. Not thread-safe. */
final class Hits {

    /** More matches than this are counted by no reader; the search goes on where these end. */
    static final int MAX = 100_000;

    private int[] lines = new int[16];
    private int[] positions = new int[16];
    private int[] ends = new int[16];
    private int size;

    void add(int line, int position, int end) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
            positions = Arrays.copyOf(positions, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        lines[size] = line;
        positions[size] = position;
        ends[size++] = end;
    }

    /** Those in some lines. */
    Hits in(Set<Integer> wanted) {
        Hits some = new Hits();
        for (int i = 0; i < size; i++) {
            if (wanted.contains(lines[i])) {
                some.add(lines[i], positions[i], ends[i]);
            }
        }
        return some;
    }

    /** Whether these are the first of others. */
    boolean beginsLike(Hits others) {
        return size <= others.size
                && Arrays.equals(positions, 0, size, others.positions, 0, size)
                && Arrays.equals(ends, 0, size, others.ends, 0, size);
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == MAX;
    }

    /** How many different lines. */
    int lineCount() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || lines[i] != lines[i - 1]) {
                count++;
            }
        }
        return count;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int line(int hit) {
        return lines[hit];
    }

    int position(int hit) {
        return positions[hit];
    }

    /** Index after the last character of a match. */
    int end(int hit) {
        return ends[hit];
    }
}
