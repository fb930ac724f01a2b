/** Texts as passages: sentences, list items and lines, scored for a question, chosen, and printed with notes. */
@NullMarked
package io.github.headroom4j.compressor.passage;

import org.jspecify.annotations.NullMarked;
