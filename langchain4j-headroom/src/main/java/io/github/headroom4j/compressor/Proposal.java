package io.github.headroom4j.compressor;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a text could be repacked to, and the proof of it, which takes about as long as repacking itself and is not needed where
 * a selection takes the place of what is proposed. Only what was proven may be shown. As thread-safe as the proof is.
 */
public final class Proposal {

    private final String text;
    private final Supplier<Optional<String>> proof;

    /**
     * A proposal.
     *
     * @param text what it is, to tell its price
     * @param proof gives the text if a decoder restores the content from it, else what was proven in its place, no cheaper
     *     than the text, or empty; may be run more than once
     */
    public Proposal(String text, Supplier<Optional<String>> proof) {
        this.text = Objects.requireNonNull(text, "text");
        this.proof = Objects.requireNonNull(proof, "proof");
    }

    /**
     * The text, to be counted but not to be shown.
     *
     * @return what {@link #proven()} gives unless the decoder fails
     */
    public String text() {
        return text;
    }

    /**
     * Proves.
     *
     * @return what may be shown, or empty if it is not proven
     */
    public Optional<String> proven() {
        return proof.get();
    }
}
