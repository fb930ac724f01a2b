/** Delimited text and drawn tables, through the table engine. */
@NullMarked
package io.github.headroom4j.compressor.tabular;

import org.jspecify.annotations.NullMarked;
