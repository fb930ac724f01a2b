/** Pull requests made of real changes between two released versions of a library, and the defects planted in them. */
@NullMarked
package io.github.headroom4j.eval.workload.codereview.change;

import org.jspecify.annotations.NullMarked;
