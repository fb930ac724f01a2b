package io.github.headroom4j.compressor.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Test runners name a failing test while they run, above its details and in the end. A line that tells no more than the name
 * is one too many if another tells the name and more.
 */
final class FailedNames {

    /** What stands beside a name without telling anything of its own. */
    private static final Set<String> NOTHING = Set.of("test", "...", "FAILED", "FAIL", "ERROR", "[", "]");

    private final Map<String, Integer> best = new HashMap<>();
    private final BuildReading reading;

    FailedNames(BuildReading reading) {
        this.reading = reading;
        Set<String> told = new HashSet<>();
        for (Failure failure : reading.failures()) {
            String line = reading.text().get(failure.anchor());
            String name = nameIn(line);
            if (name != null) {
                if (!isBare(line, name)) {
                    told.add(name);
                    best.put(name, -1);
                } else if (!told.contains(name)) {
                    best.putIfAbsent(name, failure.anchor());
                }
            }
        }
    }

    /** Whether an anchor says nothing that another does not. */
    boolean isRedundant(int anchor) {
        String line = reading.text().get(anchor);
        String name = reading.kind(anchor) == LineKind.FAILED ? nameIn(line) : null;
        Integer shown = name == null ? null : best.get(name);
        return name != null && shown != null && shown != anchor && isBare(line, name);
    }

    /** The qualified name that a line has as a word, or null. */
    private static @Nullable String nameIn(String line) {
        int colons = line.indexOf("::");
        if (colons <= 0) {
            return null;
        }
        int from = colons;
        while (from > 0 && line.charAt(from - 1) != ' ') {
            from--;
        }
        int to = colons;
        int open = 0;
        while (to < line.length() && (open > 0 || line.charAt(to) != ' ')) {
            open += line.charAt(to) == '[' ? 1 : line.charAt(to) == ']' ? -1 : 0;
            to++;
        }
        return line.substring(from, to);
    }

    private static boolean isBare(String line, String name) {
        String rest = line.replace(name, " ");
        for (String word : rest.strip().split(" +", -1)) {
            boolean percent = word.endsWith("%]");
            if (!word.isEmpty() && !percent && !NOTHING.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
