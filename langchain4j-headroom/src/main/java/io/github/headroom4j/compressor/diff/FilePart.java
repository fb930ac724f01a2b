package io.github.headroom4j.compressor.diff;

import java.util.List;

/**
 * What changed in a file.
 *
 * @param from the index of the first line
 * @param to the index after the last line
 * @param headerTo the index after the last line above the hunks; {@code from} in a diff that was cut out of a larger one
 * @param header what those lines say
 * @param hunks in order
 */
record FilePart(int from, int to, int headerTo, FileHeader header, List<Hunk> hunks) implements Part {}
