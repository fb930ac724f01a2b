package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.Pace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Long cells that a table repeats, and long cells that differ in numbers and identifiers only. Each is written out once,
 * before the rows, and named in them; what differs follows the name: {@code *1(17;4.2)} for {@code *1=task <> took <> s}.
 * It knows cells as they are printed, so that it works for any kind of cell. First all rows are counted, then they are
 * written.
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
    private final Map<String, Integer> patterns = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Pace pace;
    private boolean counting = true;

    Repetitions(Pace pace) {
        this.pace = pace;
    }

    /** The names of the cells that repeat, by their text, in the order of their numbers. */
    Map<String, String> names() {
        return names;
    }

    void endCounting() {
        counting = false;
        counts.forEach((cell, count) -> {
            pace.step();
            boolean worthIt = (count - 1L) * (cell.length() - NAME_COST) > NAME_COST;
            if (count > 1 && cell.length() >= MIN_LENGTH && worthIt && names.size() < MAX_ENTRIES) {
                names.put(cell, NAME_START + Integer.toString(names.size() + 1));
            }
        });
        counts.forEach((cell, count) -> {
            pace.step(cell.length());
            CellPattern pattern = names.containsKey(cell) ? null : CellPattern.of(cell);
            if (pattern != null) {
                patterns.merge(pattern.shape(), count, Integer::sum);
            }
        });
        patterns.forEach((shape, count) -> {
            pace.step();
            if (CellPattern.isWorthIt(shape, count) && names.size() < MAX_ENTRIES) {
                names.put(shape, NAME_START + Integer.toString(names.size() + 1));
            }
        });
        counts.clear();
    }

    /** Takes note of the cell that was appended since a position, or replaces it by its name and says so. */
    boolean pass(StringBuilder out, int from) {
        if (out.length() - from < CellPattern.MIN_LENGTH) {
            return false;
        }
        String cell = out.substring(from);
        pace.step(cell.length());
        if (counting) {
            counts.merge(cell, 1, Integer::sum);
            return false;
        }
        String name = nameOf(cell);
        if (name != null) {
            out.setLength(from);
            out.append(name);
        }
        return name != null;
    }

    private @Nullable String nameOf(String cell) {
        String name = names.get(cell);
        CellPattern pattern = name == null ? CellPattern.of(cell) : null;
        String shape = pattern == null ? null : names.get(pattern.shape());
        return shape == null || pattern == null ? name : shape + "(" + pattern.rest() + ")";
    }

    /** The cell that a name stands for, or null if the text is no name or unknown. */
    static @Nullable String meaning(String text, Map<String, String> meanings) {
        int open = text.indexOf('(');
        if (open < 0) {
            return meanings.get(text);
        }
        String shape = meanings.get(text.substring(0, open));
        return shape == null || !text.endsWith(")")
                ? null
                : CellPattern.fill(shape, text.substring(open + 1, text.length() - 1));
    }

    /** Whether a text would be taken for a name. */
    static boolean looksLikeName(String text) {
        int at = 1;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > 1 && text.charAt(0) == NAME_START && (at == text.length() || text.charAt(at) == '(');
    }
}
