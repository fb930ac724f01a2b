/** Search results: matches of grep and ripgrep, and lists of paths. */
@NullMarked
package io.github.headroom4j.compressor.search;

import org.jspecify.annotations.NullMarked;
