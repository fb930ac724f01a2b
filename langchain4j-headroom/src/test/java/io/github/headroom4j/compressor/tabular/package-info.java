@NullMarked
package io.github.headroom4j.compressor.tabular;

import org.jspecify.annotations.NullMarked;
