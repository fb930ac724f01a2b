package io.github.headroom4j.compressor.build;

/**
 * What belongs to one failing test or one error.
 *
 * @param anchor the piece that names it
 * @param from the first piece of its range; pieces of others may stand in it
 * @param to the piece after the last one
 */
record Failure(int anchor, int from, int to) {}
