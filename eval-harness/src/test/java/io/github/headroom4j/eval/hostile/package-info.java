/** What must not run away, escape or run: regular expressions, names from files, pages, cells and fuzzed files. */
@NullMarked
package io.github.headroom4j.eval.hostile;

import org.jspecify.annotations.NullMarked;
