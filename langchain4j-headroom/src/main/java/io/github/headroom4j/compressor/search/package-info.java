/**
 * Search results. {@code Hit*} are matches of grep and ripgrep, {@code Json*} matches that were printed as JSON, {@code Path*}
 * lists of paths, {@code Long*} lists that tell something before each name ({@code ls -l}, {@code du}, {@code wc}). What lines
 * of any of them repeat is said once by {@code SharedTexts}.
 */
@NullMarked
package io.github.headroom4j.compressor.search;

import org.jspecify.annotations.NullMarked;
