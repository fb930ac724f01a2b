@NullMarked
package io.github.headroom4j.compressor.table;

import org.jspecify.annotations.NullMarked;
