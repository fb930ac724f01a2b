/**
 * Language models as readers: one session with a model, what may go wrong in it, and the channel that its requests go through.
 * A channel is a stack: cassette, budget, retries, rate limit, concurrency, provider; each is a package of its own.
 */
@NullMarked
package io.github.headroom4j.eval.reader.model;

import org.jspecify.annotations.NullMarked;
