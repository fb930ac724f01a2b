/** Tests of the diff compressor. */
@NullMarked
package io.github.headroom4j.compressor.diff;

import org.jspecify.annotations.NullMarked;
