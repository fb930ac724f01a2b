/** Settings of the pruner from keeping much to keeping little, and what naive ways keep at the same tokens. */
@NullMarked
package io.github.headroom4j.eval.sweep;

import org.jspecify.annotations.NullMarked;
