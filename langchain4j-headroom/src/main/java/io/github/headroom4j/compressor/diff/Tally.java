package io.github.headroom4j.compressor.diff;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many lines of a hunk of an ordinary diff are what.
 *
 * @param added lines of the new version alone
 * @param removed lines of the old version alone
 * @param context lines of both
 */
record Tally(int added, int removed, int context) {

    static Tally of(List<String> lines) {
        Map<Sign, Integer> counts = new EnumMap<>(Sign.class);
        lines.forEach(line -> counts.merge(Sign.of(line, 1), 1, Integer::sum));
        return new Tally(
                counts.getOrDefault(Sign.ADDED, 0),
                counts.getOrDefault(Sign.REMOVED, 0),
                counts.getOrDefault(Sign.CONTEXT, 0));
    }

    int oldLines() {
        return removed + context;
    }

    int newLines() {
        return added + context;
    }
}
