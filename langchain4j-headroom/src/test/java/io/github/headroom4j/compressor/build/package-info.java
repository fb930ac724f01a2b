@NullMarked
package io.github.headroom4j.compressor.build;

import org.jspecify.annotations.NullMarked;
