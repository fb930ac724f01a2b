/**
 * Source code: an outline in the file's own order. Declarations stay, bodies fold unless the question is about them.
 */
@NullMarked
package io.github.headroom4j.compressor.code;

import org.jspecify.annotations.NullMarked;
