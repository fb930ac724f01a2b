@NullMarked
package io.github.headroom4j.eval.workload.codereview.change;

import org.jspecify.annotations.NullMarked;
