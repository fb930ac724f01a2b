/** Data for machines as text: base64, hexadecimal, minified code, lists of UUIDs or hashes. */
@NullMarked
package io.github.headroom4j.compressor.opaque;

import org.jspecify.annotations.NullMarked;
