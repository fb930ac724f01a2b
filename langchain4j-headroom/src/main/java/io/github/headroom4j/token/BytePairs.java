package io.github.headroom4j.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Counts the tokens of a piece of text by byte-pair encoding (Sennrich, Haddow and Birch, 2016): of all neighbours that make
 * a token together, the two of the lowest rank become one, the first ones if there are several, until none are left.
 * Neighbours wait in a heap, so a piece of n bytes takes n log n steps, whatever it holds. Thread-safe.
 */
final class BytePairs {

    private final Vocabulary vocabulary;

    BytePairs(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** How many tokens a piece has; half a character counts as a question mark. */
    int count(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        return bytes.length < 2 || vocabulary.rank(bytes, 0, bytes.length) != Vocabulary.NONE
                ? Math.min(1, bytes.length)
                : new Merge(bytes).tokens();
    }

    private final class Merge {

        private final byte[] bytes;

        /** For the start of each part, where the next part starts, and where the one before does. */
        private final int[] next;

        private final int[] before;

        /** Ranks of neighbours, each with the start of the first one below it. Old ones stay until it is their turn. */
        private long[] heap;

        private int waiting;
        private int parts;

        Merge(byte[] bytes) {
            this.bytes = bytes;
            parts = bytes.length;
            next = new int[parts + 1];
            before = new int[parts + 1];
            heap = new long[parts];
            for (int i = 0; i <= parts; i++) {
                next[i] = i + 1;
                before[i] = i - 1;
            }
            for (int i = 0; i + 1 < parts; i++) {
                add(i);
            }
        }

        int tokens() {
            while (waiting > 0) {
                long first = remove();
                int part = (int) first;
                // Since then one of the two may have become a part of another.
                if (next[part] <= bytes.length && rank(part) == (int) (first >>> 32)) {
                    join(part);
                }
            }
            return parts;
        }

        private void join(int part) {
            int gone = next[part];
            next[part] = next[gone];
            before[next[part]] = part;
            next[gone] = Integer.MAX_VALUE;
            parts--;
            add(part);
            if (before[part] >= 0) {
                add(before[part]);
            }
        }

        /** The rank of a part and the one behind it together. */
        private int rank(int part) {
            int second = next[part];
            return second >= bytes.length ? Vocabulary.NONE : vocabulary.rank(bytes, part, next[second]);
        }

        private void add(int part) {
            int rank = rank(part);
            if (rank == Vocabulary.NONE) {
                return;
            }
            if (waiting == heap.length) {
                heap = Arrays.copyOf(heap, waiting * 2);
            }
            long added = (long) rank << 32 | part;
            int at = waiting++;
            while (at > 0 && heap[(at - 1) >> 1] > added) {
                heap[at] = heap[(at - 1) >> 1];
                at = (at - 1) >> 1;
            }
            heap[at] = added;
        }

        private long remove() {
            long first = heap[0];
            long last = heap[--waiting];
            int at = 0;
            for (int child = 1; child < waiting; child = 2 * at + 1) {
                if (child + 1 < waiting && heap[child + 1] < heap[child]) {
                    child++;
                }
                if (heap[child] >= last) {
                    break;
                }
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = last;
            return first;
        }
    }
}
