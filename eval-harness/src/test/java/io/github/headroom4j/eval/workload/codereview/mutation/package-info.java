@NullMarked
package io.github.headroom4j.eval.workload.codereview.mutation;

import org.jspecify.annotations.NullMarked;
