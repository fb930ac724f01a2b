/** Tests of the shared compressor parts, and the contract that each compressor's own test extends. */
@NullMarked
package io.github.headroom4j.compressor;

import org.jspecify.annotations.NullMarked;
