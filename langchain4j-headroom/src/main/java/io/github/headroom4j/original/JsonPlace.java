package io.github.headroom4j.original;

import java.util.List;

/**
 * Where a JSON value is.
 *
 * @param range its characters
 * @param array the pointer to the array or object that {@code ends} speaks of
 * @param first the index of the first element in {@code range}
 * @param ends where its elements end, in order; empty if it is no array and no range
 */
record JsonPlace(Range range, String array, int first, List<Integer> ends) {}
