/** The compressor SPI and the shared machinery: segment, score, select, render. */
@NullMarked
package io.github.headroom4j.compressor;

import org.jspecify.annotations.NullMarked;
