package io.github.headroom4j.original;

import java.util.Optional;

/**
 * Keeps originals so that nothing a compressor drops is lost. One scope (by default the chat memory's id) can never read
 * another's originals.
 *
 * <p>Implementations must be thread-safe. They may refuse a text, but must never forget one silently: a marker that a
 * model has seen stays good until its scope is cleared, or {@link #find} is an explicit miss. {@link OriginalCodec}
 * turns texts into bytes and back.
 */
public interface OriginalStore {

    /**
     * Keeps a text. Putting the same text twice into one scope keeps it once.
     *
     * @param scope whose original it is, not blank
     * @param text the original
     * @return its id
     * @throws OriginalStoreException if the store cannot keep it: it is full, it fails, or another original of this scope
     *     has the same short form, whose marker would no longer be unambiguous
     */
    OriginalId put(String scope, String text);

    /**
     * Reads an original back.
     *
     * @param scope whose original it is
     * @param ref a full id or the short form that the marker showed
     * @return the exact text, or empty if this scope has no such original (never had, or evicted) or if the short form
     *     is ambiguous
     * @throws OriginalStoreException if the store fails, or holds text that no longer matches its hash
     */
    Optional<String> find(String scope, String ref);

    /**
     * Forgets all originals of a scope, for instance when its conversation is over. Markers that lead to them become
     * explicit misses.
     *
     * @param scope whose originals go
     * @throws OriginalStoreException if the store fails
     */
    void clear(String scope);
}
