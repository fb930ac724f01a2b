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
}
