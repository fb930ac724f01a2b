/** Tests of the code compressor. */
@NullMarked
package io.github.headroom4j.compressor.code;

import org.jspecify.annotations.NullMarked;
