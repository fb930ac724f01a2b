package io.github.headroom4j.eval.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What went wrong, counted by promise; of each the first words that say how. Thread-safe. */
final class SoakFaults {

    /** The promise that matters most. */
    static final String LOST = "no original is lost";

    /** Enough to find the reason; a run that breaks everything must not fill the heap with it. */
    private static final int MAX_DETAILS = 20;

    private static final int MAX_DETAIL_CHARS = 300;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> details = new ArrayList<>();

    /** Notes that a promise was broken, unless it was kept. */
    void expect(boolean kept, String promise, String detail) {
        if (!kept) {
            add(promise, detail);
        }
    }

    synchronized void add(String promise, String detail) {
        counts.merge(promise, 1L, Long::sum);
        if (details.size() < MAX_DETAILS) {
            details.add(promise + ": " + detail.substring(0, Math.min(detail.length(), MAX_DETAIL_CHARS)));
        }
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    synchronized List<String> details() {
        return List.copyOf(details);
    }
}
