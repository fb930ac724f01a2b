/** Settings of the library from keeping much to keeping little, what naive ways keep at the same tokens, and what each part earns. */
@NullMarked
package io.github.headroom4j.eval.sweep;

import org.jspecify.annotations.NullMarked;
