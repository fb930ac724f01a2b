@NullMarked
package io.github.headroom4j.eval.workload.codereview.reviewer;

import org.jspecify.annotations.NullMarked;
