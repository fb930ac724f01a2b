/** What one session of one arm came to: set-F1, tokens, evidence. */
@NullMarked
package io.github.headroom4j.eval.metric;

import org.jspecify.annotations.NullMarked;
