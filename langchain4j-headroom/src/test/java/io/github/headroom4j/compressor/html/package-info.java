/** Tests of the HTML compressor. */
@NullMarked
package io.github.headroom4j.compressor.html;

import org.jspecify.annotations.NullMarked;
