@NullMarked
package io.github.headroom4j.eval.workload.afterwards;

import org.jspecify.annotations.NullMarked;
