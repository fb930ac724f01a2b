@NullMarked
package io.github.headroom4j.eval.workload.imported;

import org.jspecify.annotations.NullMarked;
