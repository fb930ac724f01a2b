@NullMarked
package io.github.headroom4j.eval.workload.logtriage;

import org.jspecify.annotations.NullMarked;
