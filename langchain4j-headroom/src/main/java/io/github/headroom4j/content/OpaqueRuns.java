package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds what in a text is data for machines and says nothing to a reader: base64 (also wrapped, and in data URLs), long
 * hexadecimal, and lines of minified code. A single hash, UUID, token or identifier is none of these: it names something,
 * and a question may name it too.
 *
 * <p>Base64 is told from long paths, package names and CamelCase by how often the class of characters changes: in random
 * base64 two neighbours are of different class (lower, upper, digit, other) 64 times of 100, in words about 20 times.
 *
 * <p>Stateless and thread-safe; one pass, linear in the text.
 */
public final class OpaqueRuns {

    /** Characters from which a run is opaque. Longer than any hash that names something: SHA-512 has 128 in hexadecimal. */
    public static final int MIN_RUN = 160;

    /**
     * A run.
     *
     * @param start the index of its first character
     * @param end the index after its last
     * @param kind for instance "base64 png"
     */
    public record Run(int start, int end, String kind) {}

    private OpaqueRuns() {}

    /**
     * Finds all runs.
     *
     * @param text any text
     * @return disjoint runs in order
     */
    public static List<Run> find(String text) {
        return find(text, chars -> {});
    }

    /**
     * Finds all runs in a text that may be too long to wait for.
     *
     * @param text any text
     * @param steps told how many characters come next, line by line; what it throws ends the search
     * @return disjoint runs in order
     */
    public static List<Run> find(String text, IntConsumer steps) {
        List<Run> runs = new ArrayList<>();
        if (text.length() < MIN_RUN) {
            return runs;
        }
        int line = 0;
        while (line < text.length()) {
            int feed = text.indexOf('\n', line);
            int end = feed < 0 ? text.length() : feed;
            steps.accept(end - line);
            if (MinifiedCode.is(text, line, end)) {
                runs.add(new Run(line, end, "minified code"));
                line = end + 1;
            } else {
                line = Math.max(end + 1, new EncodedRuns(text, steps).find(line, end, runs));
            }
        }
        return runs;
    }
}
