@NullMarked
package io.github.headroom4j.eval.workload.codesearch;

import org.jspecify.annotations.NullMarked;
