/** Logs and stack traces: templates and columns without loss, and the choice of what a reader needs. */
@NullMarked
package io.github.headroom4j.compressor.log;

import org.jspecify.annotations.NullMarked;
