/** One case, told to a person: what was sent in two arms side by side, what was answered, where the evidence went. */
@NullMarked
package io.github.headroom4j.eval.explain;

import org.jspecify.annotations.NullMarked;
