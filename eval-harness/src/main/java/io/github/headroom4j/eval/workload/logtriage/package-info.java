/** Log triage: which service broke first, how, and where its log says so. */
@NullMarked
package io.github.headroom4j.eval.workload.logtriage;

import org.jspecify.annotations.NullMarked;
