@NullMarked
package io.github.headroom4j.eval.workload.rag;

import org.jspecify.annotations.NullMarked;
