@NullMarked
package io.github.headroom4j.eval.workload.codereview.build;

import org.jspecify.annotations.NullMarked;
