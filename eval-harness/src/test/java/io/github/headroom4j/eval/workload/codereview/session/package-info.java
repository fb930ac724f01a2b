@NullMarked
package io.github.headroom4j.eval.workload.codereview.session;

import org.jspecify.annotations.NullMarked;
