/** Recorded agent sessions and their gold answers. */
@NullMarked
package io.github.headroom4j.eval.dataset;

import org.jspecify.annotations.NullMarked;
