/** Tests of the Markdown compressor. */
@NullMarked
package io.github.headroom4j.compressor.markdown;

import org.jspecify.annotations.NullMarked;
