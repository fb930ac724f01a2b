/**
 * Tables as text, through the table engine. {@code Delimited*} are CSV and the like, {@code Drawn*} tables drawn with lines,
 * {@code Aligned*} listings whose columns blanks part.
 */
@NullMarked
package io.github.headroom4j.compressor.tabular;

import org.jspecify.annotations.NullMarked;
