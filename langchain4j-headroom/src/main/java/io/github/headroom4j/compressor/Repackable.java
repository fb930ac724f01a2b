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

    /**
     * Whether all that {@link #repack()} saves is what the text says more than once, as tables and templates do. Then the
     * re-encoding leaves no smaller share of the tokens than deflate does of the bytes, and is not asked for where a
     * selection is far smaller than that.
     *
     * @return by default false: a selection never takes the place of a re-encoding that is as small
     */
    default boolean savesRepetitionAlone() {
        return false;
    }
}
