/** Tests of what prose, Markdown and HTML share. */
@NullMarked
package io.github.headroom4j.compressor.passage;

import org.jspecify.annotations.NullMarked;
