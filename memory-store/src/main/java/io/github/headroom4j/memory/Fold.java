package io.github.headroom4j.memory;

/**
 * One message that may be folded.
 *
 * @param index which
 * @param kind how
 * @param most tokens that the message has afterwards at most
 */
record Fold(int index, FoldKind kind, int most) {}
