package io.github.headroom4j.compressor.table;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Long cells that a table repeats. Each is written out once, before the rows, and named in them. It knows cells as they
 * are printed, so that it works for any kind of cell. First all rows are counted, then they are written.
 */
final class Repetitions {

    /** Shorter cells cost hardly more than a name, and a reader should not have to look them up. */
    private static final int MIN_LENGTH = 32;

    /** More entries are hard to look up. */
    private static final int MAX_ENTRIES = 100;

    /** What naming a cell costs in characters, about, at its definition and at each use. */
    private static final int NAME_COST = 12;

    static final char NAME_START = '*';

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private boolean counting = true;

    /** The names of the cells that repeat, by their text, in the order of their numbers. */
    Map<String, String> names() {
        return names;
    }

    void endCounting() {
        counting = false;
        counts.forEach((cell, count) -> {
            boolean worthIt = (count - 1L) * (cell.length() - NAME_COST) > NAME_COST;
            if (count > 1 && worthIt && names.size() < MAX_ENTRIES) {
                names.put(cell, NAME_START + Integer.toString(names.size() + 1));
            }
        });
        counts.clear();
    }

    /** Takes note of the cell that was appended since a position, or replaces it by its name and says so. */
    boolean pass(StringBuilder out, int from) {
        if (out.length() - from < MIN_LENGTH) {
            return false;
        }
        String cell = out.substring(from);
        String name = names.get(cell);
        if (counting) {
            counts.merge(cell, 1, Integer::sum);
        } else if (name != null) {
            out.setLength(from);
            out.append(name);
            return true;
        }
        return false;
    }

    /** Whether a text would be taken for a name. */
    static boolean looksLikeName(String text) {
        return text.length() > 1
                && text.charAt(0) == NAME_START
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
