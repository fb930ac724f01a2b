/** Pull requests to review: what of them an agent reads, and which defects are in them. */
@NullMarked
package io.github.headroom4j.eval.workload.codereview;

import org.jspecify.annotations.NullMarked;
