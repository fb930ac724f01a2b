/** Tests of the prose compressor. */
@NullMarked
package io.github.headroom4j.compressor.prose;

import org.jspecify.annotations.NullMarked;
