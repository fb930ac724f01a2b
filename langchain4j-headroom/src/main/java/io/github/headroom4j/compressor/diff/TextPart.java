package io.github.headroom4j.compressor.diff;

/**
 * Lines that belong to no file: a commit message, a patch's signature, {@code Only in …}.
 *
 * @param from the index of the first line
 * @param to the index after the last line
 */
record TextPart(int from, int to) implements Part {}
