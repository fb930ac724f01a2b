/** Tests. */
@NullMarked
package io.github.headroom4j.eval.workload.longsession;

import org.jspecify.annotations.NullMarked;
