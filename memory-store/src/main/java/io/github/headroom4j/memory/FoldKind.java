package io.github.headroom4j.memory;

/** How an old message was folded, in the order in which compaction turns to them. */
public enum FoldKind {
    /** A result of a call that was made again later became a marker. */
    SUPERSEDED,
    /** A tool's result became an outline. */
    RESULT,
    /** Retrieved passages in a user's message became an outline; what the user wrote stays. */
    PASSAGES,
    /** A long text of the assistant became an outline. */
    ANSWER,
    /** What was an outline before became a marker. */
    LEFT_OUT
}
