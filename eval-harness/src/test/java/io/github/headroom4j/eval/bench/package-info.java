/** Benchmarks by JMH, run by hand; a test makes sure that they run. */
@NullMarked
package io.github.headroom4j.eval.bench;

import org.jspecify.annotations.NullMarked;
