package io.github.headroom4j.compressor.template;

import java.util.HashMap;
import java.util.Map;

/**
 * Short names for values that are written out often. Counts in a first pass over all rows, names in a second: {@code
 * &4=10.0.0.1} where the value stands first, {@code &4} afterwards.
 */
final class ValueNames {

    /** What it costs more than the value itself to give the name. */
    private static final int NAMING = 3;

    /** What a name costs. */
    private static final int NAME = 2;

    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final int taken;
    private boolean naming;

    /** With numbers from behind those that are taken already. */
    ValueNames(int taken) {
        this.taken = taken;
    }

    /** Ends the first pass. */
    void startNaming() {
        naming = true;
    }

    /** What to write for a value, which must be escaped already. */
    String write(String value) {
        if (!naming) {
            uses.merge(value, 1, Integer::sum);
            return value;
        }
        Integer name = names.get(value);
        if (name != null) {
            return "&" + name;
        }
        if (!isWorthAName(value)) {
            return value;
        }
        int next = taken + names.size() + 1;
        names.put(value, next);
        return "&" + next + "=" + value;
    }

    private boolean isWorthAName(String value) {
        int count = uses.getOrDefault(value, 0);
        int weight = Weight.of(value) + 1;
        return count > 1 && (long) (count - 1) * weight > (long) (count - 1) * NAME + NAMING;
    }
}
