package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that were written before. The first time stands {@code &1 } before such a value, from then on {@code *1} stands
 * for it. The marks are set in the end, when it is known what came again. One for each outline or table.
 */
final class Anchors {

    /** Shorter values cost hardly more than a name, and a reader should not have to look them up. */
    private static final int MIN_LENGTH = 32;

    static final char MARK = '&';

    private static final class Anchor {
        private final int position;
        private int number;

        Anchor(int position) {
            this.position = position;
        }
    }

    private final StringBuilder out;
    private final Map<Value, Anchor> anchors = new HashMap<>();
    private final List<Anchor> inOrder = new ArrayList<>();
    private int numbers;

    /**
     * Anchors.
     *
     * @param out where the values are written
     * @param numbers the last number that is taken
     */
    Anchors(StringBuilder out, int numbers) {
        this.out = out;
        this.numbers = numbers;
    }

    /** Writes the name of a value that was written before, or nothing. */
    boolean refer(Value value) {
        Anchor anchor = value instanceof Literal || value instanceof Elided ? null : anchors.get(value);
        if (anchor == null) {
            return false;
        }
        if (anchor.number == 0) {
            anchor.number = ++numbers;
        }
        out.append(Repetitions.NAME_START).append(anchor.number);
        return true;
    }

    /** Takes note of a value that was written since a position. */
    void written(Value value, int position) {
        if (out.length() - position >= MIN_LENGTH && !(value instanceof Literal) && !(value instanceof Elided)) {
            Anchor anchor = new Anchor(position);
            anchors.put(value, anchor);
            inOrder.add(anchor);
        }
    }

    /** Sets the marks. Nothing can be referred to afterwards. */
    void close() {
        inOrder.removeIf(anchor -> anchor.number == 0);
        inOrder.sort(Comparator.comparingInt(anchor -> anchor.position));
        StringBuilder marked = new StringBuilder(out.length());
        int copied = 0;
        for (Anchor anchor : inOrder) {
            marked.append(out, copied, anchor.position)
                    .append(MARK)
                    .append(anchor.number)
                    .append(' ');
            copied = anchor.position;
        }
        if (!inOrder.isEmpty()) {
            marked.append(out, copied, out.length());
            out.setLength(0);
            out.append(marked);
        }
    }

    /** Whether a text begins like a mark. */
    static boolean looksLikeMark(String text) {
        return text.length() > 1 && text.charAt(0) == MARK && Character.isDigit(text.charAt(1));
    }
}
