package io.github.headroom4j.compressor;

import java.util.Optional;

/** Content that can be written in fewer tokens without losing anything. */
public interface Repackable {

    /**
     * Re-encodes the content. A documented decoder restores it: values, their order, absence and number lexemes for
     * JSON; every byte for text.
     *
     * @return the re-encoding, or empty if there is none that could be smaller
     */
    Optional<String> repack();

    /**
     * What {@link #repack()} would give, with the proof still to be done. By default all of it is done.
     *
     * @return empty only if {@link #repack()} is
     */
    default Optional<Proposal> propose() {
        return repack().map(text -> new Proposal(text, () -> Optional.of(text)));
    }
}
