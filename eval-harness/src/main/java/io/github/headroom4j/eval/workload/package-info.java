/** Where cases come from and how an answer is judged, per workload. */
@NullMarked
package io.github.headroom4j.eval.workload;

import org.jspecify.annotations.NullMarked;
