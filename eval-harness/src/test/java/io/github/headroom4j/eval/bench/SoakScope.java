package io.github.headroom4j.eval.bench;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A scope and what must be found in it. For one thread. */
final class SoakScope {

    /** A conversation seldom has more results; what agents hold to compare with must not fill the heap. */
    static final int MAX_ORIGINALS = 24;

    private final String name;
    private final SoakFaults faults;
    private final Map<OriginalId, String> kept = new LinkedHashMap<>();

    SoakScope(String name, SoakFaults faults) {
        this.name = name;
        this.faults = faults;
    }

    String name() {
        return name;
    }

    boolean full() {
        return kept.size() >= MAX_ORIGINALS;
    }

    boolean holds(OriginalId id) {
        return kept.containsKey(id);
    }

    /** Notes an original that a marker has been shown of. */
    void keep(String text) {
        kept.put(OriginalId.of(text), text);
    }

    Optional<Map.Entry<OriginalId, String>> any(RandomGenerator random) {
        List<Map.Entry<OriginalId, String>> entries = new ArrayList<>(kept.entrySet());
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(random.nextInt(entries.size())));
    }

    /** Looks for one, by what a marker shows and by the whole hash. */
    void check(OriginalStore store, OriginalId id, String text) {
        for (String ref : List.of(id.shortForm(), id.sha256())) {
            Optional<String> found = store.find(name, ref);
            faults.expect(found.isPresent(), SoakFaults.LOST, name + " " + ref);
            faults.expect(found.isEmpty() || found.get().equals(text), "originals come back exactly", name + " " + ref);
        }
    }

    /** Looks for everything. Returns how many originals that are. */
    int checkAll(OriginalStore store) {
        kept.forEach((id, text) -> check(store, id, text));
        return kept.size();
    }

    /** Forgets everything, after which nothing may be found. Returns how many originals were there. */
    int clear(OriginalStore store) {
        int count = kept.size();
        store.clear(name);
        kept.keySet()
                .forEach(id -> faults.expect(
                        store.find(name, id.sha256()).isEmpty(), "what was cleared is gone", name + " " + id));
        kept.clear();
        return count;
    }
}
