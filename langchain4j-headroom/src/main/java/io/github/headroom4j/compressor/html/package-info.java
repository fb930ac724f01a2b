/** Compresses HTML. */
@NullMarked
package io.github.headroom4j.compressor.html;

import org.jspecify.annotations.NullMarked;
