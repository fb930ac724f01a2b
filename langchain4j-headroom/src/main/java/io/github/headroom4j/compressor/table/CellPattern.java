package io.github.headroom4j.compressor.table;

import org.jspecify.annotations.Nullable;

/**
 * A printed cell taken apart into words that are the same in many and parts that have a digit, which differ. It works on
 * characters, so filling the parts in again gives the same cell whatever it means.
 *
 * @param shape the cell with {@code <>} in place of each part
 * @param rest the parts, separated by semicolons
 */
record CellPattern(String shape, String rest) {

    /** Shorter cells are as short as a name with what differs. */
    static final int MIN_LENGTH = 20;

    private static final String HOLE = "<>";

    /** More parts are a record, not a sentence. */
    private static final int MAX_HOLES = 8;

    /** What a name costs in characters, and each part for its separator. */
    private static final int NAME_COST = 12;

    private static final int HOLE_COST = 3;

    /** A shape must come so often. */
    private static final int MIN_COUNT = 3;

    /** Takes a cell apart, or returns null if it has no such parts or characters that mean something in a shape. */
    static @Nullable CellPattern of(String cell) {
        if (cell.length() < MIN_LENGTH || "([{…*&@".indexOf(cell.charAt(0)) >= 0 || cell.indexOf('<') >= 0) {
            return null;
        }
        StringBuilder shape = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        int holes = 0;
        for (int at = 0; at < cell.length(); ) {
            int end = at;
            boolean digit = false;
            while (end < cell.length() && isPart(cell.charAt(end))) {
                digit |= cell.charAt(end) >= '0' && cell.charAt(end) <= '9';
                end++;
            }
            if (digit) {
                rest.append(holes++ == 0 ? "" : ";").append(cell, at, end);
                shape.append(HOLE);
            } else {
                end = Math.max(end, at + 1);
                shape.append(cell, at, end);
            }
            at = end;
        }
        return holes == 0 || holes > MAX_HOLES || shape.indexOf("<><>") >= 0
                ? null
                : new CellPattern(shape.toString(), rest.toString());
    }

    private static boolean isPart(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || "_-./:@#%+".indexOf(c) >= 0;
    }

    /** Whether naming a shape saves more than it costs. */
    static boolean isWorthIt(String shape, int count) {
        int holes = (shape.length() - shape.replace(HOLE, "").length()) / HOLE.length();
        int fixed = shape.length() - holes * HOLE.length();
        int saved = fixed - NAME_COST - holes * HOLE_COST;
        return count >= MIN_COUNT && saved > 0 && (count - 1L) * saved > fixed;
    }

    /** The cell that a shape becomes with parts, or null if they do not fit. */
    static @Nullable String fill(String shape, String rest) {
        String[] parts = rest.split(";", -1);
        StringBuilder cell = new StringBuilder();
        int copied = 0;
        for (String part : parts) {
            int hole = shape.indexOf(HOLE, copied);
            if (hole < 0) {
                return null;
            }
            cell.append(shape, copied, hole).append(part);
            copied = hole + HOLE.length();
        }
        return shape.indexOf(HOLE, copied) >= 0
                ? null
                : cell.append(shape.substring(copied)).toString();
    }
}
