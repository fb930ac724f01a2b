/** Checks of a machine: whether everything is there that a run needs, and what to do if not. */
@NullMarked
package io.github.headroom4j.eval.doctor;

import org.jspecify.annotations.NullMarked;
