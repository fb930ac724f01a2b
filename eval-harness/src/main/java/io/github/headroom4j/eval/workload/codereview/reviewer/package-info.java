/** The deterministic reviewer: reads diff, files and search results as a request shows them. */
@NullMarked
package io.github.headroom4j.eval.workload.codereview.reviewer;

import org.jspecify.annotations.NullMarked;
