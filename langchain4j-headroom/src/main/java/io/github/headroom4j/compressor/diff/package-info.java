/** Diffs and patches: every changed line stays, what stands around them shrinks. */
@NullMarked
package io.github.headroom4j.compressor.diff;

import org.jspecify.annotations.NullMarked;
