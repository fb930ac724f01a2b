package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalStoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which key leads to which original, in the order in which keys came. Bounded and thread-safe. */
final class SharedEntries {

    private final int maxKeys;
    private final long maxChars;
    private final Map<String, SharedEntry> entries = new LinkedHashMap<>();
    private long chars;

    SharedEntries(int maxKeys, long maxChars) {
        this.maxKeys = maxKeys;
        this.maxChars = maxChars;
    }

    /** Throws if a content of so many characters could not be put under a key now. */
    synchronized void requireRoom(String key, int newChars) {
        SharedEntry old = entries.get(key);
        if (old == null && entries.size() >= maxKeys) {
            throw new OriginalStoreException("the shared context holds " + maxKeys
                    + " keys, its limit, so it cannot take '" + key + "'; remove some");
        }
        long others = chars - (old == null ? 0 : old.chars());
        if (others + newChars > maxChars) {
            throw new OriginalStoreException("the shared context holds " + others + " of " + maxChars
                    + " characters and cannot take " + newChars + " more under '" + key + "'; remove some keys");
        }
    }

    /** Puts an entry, behind the versions that its key has. */
    synchronized SharedEntry put(SharedEntry entry) {
        requireRoom(entry.key(), entry.chars());
        SharedEntry old = entries.get(entry.key());
        SharedEntry merged = old == null ? entry : behind(old, entry);
        entries.put(entry.key(), merged);
        chars += entry.chars() - (old == null ? 0 : old.chars());
        return merged;
    }

    private static SharedEntry behind(SharedEntry old, SharedEntry entry) {
        List<SharedEntry.Version> versions = new ArrayList<>(old.versions());
        versions.addAll(entry.versions());
        int surplus = Math.max(0, versions.size() - SharedContext.MAX_VERSIONS);
        return new SharedEntry(
                entry.key(),
                entry.chars(),
                entry.tokensBefore(),
                entry.tokensAfter(),
                versions.subList(surplus, versions.size()));
    }

    synchronized Optional<SharedEntry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    synchronized List<SharedEntry> all() {
        return List.copyOf(entries.values());
    }

    synchronized boolean remove(String key) {
        SharedEntry removed = entries.remove(key);
        chars -= removed == null ? 0 : removed.chars();
        return removed != null;
    }

    synchronized void clear() {
        entries.clear();
        chars = 0;
    }
}
