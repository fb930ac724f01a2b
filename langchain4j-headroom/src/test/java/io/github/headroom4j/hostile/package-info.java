/** Texts nobody would write by accident, real texts broken at random, and what must hold for both. */
@NullMarked
package io.github.headroom4j.hostile;

import org.jspecify.annotations.NullMarked;
