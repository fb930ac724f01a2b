/** Recorded sessions through a real agent; tokens and answers come from the same captured requests. */
@NullMarked
package io.github.headroom4j.eval.replay;

import org.jspecify.annotations.NullMarked;
