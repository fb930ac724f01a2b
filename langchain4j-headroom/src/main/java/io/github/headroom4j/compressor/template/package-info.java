/**
 * Lines and the templates that they follow, for every compressor that reads running lines: reading, times, mining, the
 * lossless notation with its decoder, and the parts of stack traces.
 */
@NullMarked
package io.github.headroom4j.compressor.template;

import org.jspecify.annotations.NullMarked;
