/** Compresses plain prose. */
@NullMarked
package io.github.headroom4j.compressor.prose;

import org.jspecify.annotations.NullMarked;
