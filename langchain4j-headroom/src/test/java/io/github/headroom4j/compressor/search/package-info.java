/** Tests of the search compressor. */
@NullMarked
package io.github.headroom4j.compressor.search;

import org.jspecify.annotations.NullMarked;
