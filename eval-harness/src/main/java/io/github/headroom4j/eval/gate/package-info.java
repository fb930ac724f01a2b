/** Holds a run against a policy and a baseline, and compares two runs. Reads reports, runs nothing. */
@NullMarked
package io.github.headroom4j.eval.gate;

import org.jspecify.annotations.NullMarked;
