/** JSON documents and JSON lines. */
@NullMarked
package io.github.headroom4j.compressor.json;

import org.jspecify.annotations.NullMarked;
