package io.github.headroom4j.compressor.search;

/**
 * A file that a selection names without showing what is in it.
 *
 * @param path the file
 * @param hits how many lines of the original speak of it
 * @param firstLine the index of the first of them
 * @param lastLine the index of the last of them
 */
record Listed(String path, int hits, int firstLine, int lastLine) {}
