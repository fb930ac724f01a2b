package io.github.headroom4j.original;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
     * Keeps a text, or gives up in time. By default the checkpoint is run once, before.
     *
     * @param scope whose original it is, not blank
     * @param text the original
     * @param checkpoint to be run now and then while a long text is hashed or encoded, and no more once anything was kept;
     *     throws to give up
     * @return its id
     * @throws OriginalStoreException as {@link #put(String, String)} throws it
     */
    default OriginalId put(String scope, String text, Runnable checkpoint) {
        checkpoint.run();
        return put(scope, text);
    }

    /**
     * Keeps a text whose id is known, and makes sure that it comes back. By default it is put, read back and compared; a store
     * that can be as sure with less work, such as one that needs no second hash, may say how.
     *
     * @param scope whose original it is, not blank
     * @param text the original
     * @param id {@link OriginalId#of(String)} of the text, which a store may take on trust
     * @param checkpoint as {@link #put(String, String, Runnable)} takes it
     * @throws OriginalStoreException if the store cannot keep it, gives it another id, or does not give it back as it was put
     */
    default void keep(String scope, String text, OriginalId id, Runnable checkpoint) {
        OriginalId put = put(scope, text, checkpoint);
        if (!put.equals(id)) {
            throw new OriginalStoreException("the store calls the original " + id + " by another id, " + put);
        }
        if (find(scope, id.shortForm(), checkpoint).filter(text::equals).isEmpty()) {
            throw OriginalStoreException.notAsItWasPut(id);
        }
    }

    /**
     * Keeps several texts of one scope, as {@link #put} keeps one, but with fewer round trips where a store can. By default
     * one after another.
     *
     * @param scope whose originals they are, not blank
     * @param texts the originals, in any number; equal ones are kept once
     * @return their ids in the order of the texts
     * @throws OriginalStoreException if the store cannot keep all of them; whether it kept some is up to the store, and does
     *     no harm, since no marker leads to them
     */
    default List<OriginalId> putAll(String scope, List<String> texts) {
        List<OriginalId> ids = new ArrayList<>(texts.size());
        for (String text : texts) {
            ids.add(put(scope, text));
        }
        return ids;
    }

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
     * Reads an original back, or gives up in time. By default the checkpoint is run once, before.
     *
     * @param scope whose original it is
     * @param ref a full id or the short form that the marker showed
     * @param checkpoint to be run now and then while a long text is decoded or hashed; throws to give up
     * @return the same as {@link #find(String, String)}
     * @throws OriginalStoreException as {@link #find(String, String)} throws it
     */
    default Optional<String> find(String scope, String ref, Runnable checkpoint) {
        checkpoint.run();
        return find(scope, ref);
    }

    /**
     * Says that markers of these originals stand in a history that is in use, so that a store which forgets what was long
     * unused counts its time anew. Does nothing by default, for stores that never forget by age. Stores may renew more than
     * what is asked for, and may leave out what was renewed shortly before, so that calls can be frequent.
     *
     * @param scope whose originals they are
     * @param ids those that are in use; unknown ones are no error
     * @throws OriginalStoreException if the store fails
     */
    default void renew(String scope, Collection<OriginalId> ids) {}

    /**
     * Forgets all originals of a scope, for instance when its conversation is over. Markers that lead to them become
     * explicit misses.
     *
     * @param scope whose originals go
     * @throws OriginalStoreException if the store fails
     */
    void clear(String scope);
}
