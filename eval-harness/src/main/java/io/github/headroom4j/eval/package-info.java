/** The evaluation harness. */
@NullMarked
package io.github.headroom4j.eval;

import org.jspecify.annotations.NullMarked;
