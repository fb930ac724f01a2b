/** Compresses Markdown. */
@NullMarked
package io.github.headroom4j.compressor.markdown;

import org.jspecify.annotations.NullMarked;
