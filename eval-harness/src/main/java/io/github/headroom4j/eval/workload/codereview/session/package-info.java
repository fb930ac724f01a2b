/** What an agent reads that reviews a pull request, as real tools print it. */
@NullMarked
package io.github.headroom4j.eval.workload.codereview.session;

import org.jspecify.annotations.NullMarked;
