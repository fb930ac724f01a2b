/** Bounds on what goes to a model's server: retries, rates, concurrency, and what it may cost. */
@NullMarked
package io.github.headroom4j.eval.reader.model.limit;

import org.jspecify.annotations.NullMarked;
