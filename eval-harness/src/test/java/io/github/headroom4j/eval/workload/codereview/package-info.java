@NullMarked
package io.github.headroom4j.eval.workload.codereview;

import org.jspecify.annotations.NullMarked;
