package io.github.headroom4j;

/** How far a policy lets compression go. */
public enum Fidelity {
    /** The text is not touched. */
    VERBATIM,
    /** The text may be re-encoded so that a decoder restores it; nothing is left out. */
    LOSSLESS,
    /** Segments may be left out, since the original is kept and a marker names it. */
    REVERSIBLE
}
