/** Records the sessions of a running agent, without the secrets in them. */
@NullMarked
package io.github.headroom4j.eval.record;

import org.jspecify.annotations.NullMarked;
