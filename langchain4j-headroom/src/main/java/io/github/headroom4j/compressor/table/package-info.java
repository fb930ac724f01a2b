/**
 * The table engine: values in a plain notation in which uniform records become tables, and its reader. Compressors of
 * tabular content share it.
 */
@NullMarked
package io.github.headroom4j.compressor.table;

import org.jspecify.annotations.NullMarked;
