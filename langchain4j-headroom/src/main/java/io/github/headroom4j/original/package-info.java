/** Originals: kept by scope and hash, named by a marker, read back by slices. */
@NullMarked
package io.github.headroom4j.original;

import org.jspecify.annotations.NullMarked;
