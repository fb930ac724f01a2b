@NullMarked
package io.github.headroom4j.compressor.opaque;

import org.jspecify.annotations.NullMarked;
