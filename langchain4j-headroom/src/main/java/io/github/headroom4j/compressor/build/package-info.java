/** Build and test output: what failed and why, everything else folded with counts. */
@NullMarked
package io.github.headroom4j.compressor.build;

import org.jspecify.annotations.NullMarked;
