package io.github.headroom4j.compressor;

/**
 * Finds on which line of the original a run of a rendered text stands. Searches go forward from the run before, since what
 * is shown is mostly in the original's order. Not thread-safe.
 */
final class LinesOfRuns {

    /** So many characters tell one run from another. */
    private static final int KEY = 64;

    /** Searches that find nothing cost the whole original each; after so many no further one is made. */
    private static final int MAX_MISSES = 8;

    private final String original;
    private final String rendered;
    private int at;
    private int line = 1;
    private int misses;

    LinesOfRuns(String original, String rendered) {
        this.original = original;
        this.rendered = rendered;
    }

    /** What the note of a run that begins at an index of the rendered text says. */
    String place(int start) {
        String key = rendered.substring(start, Math.min(rendered.length(), start + KEY));
        int found = misses < MAX_MISSES ? original.indexOf(key, at) : -1;
        if (found < 0) {
            misses++;
            return "to be found by its beginning";
        }
        for (; at < found; at++) {
            line += original.charAt(at) == '\n' ? 1 : 0;
        }
        return "line " + line;
    }
}
