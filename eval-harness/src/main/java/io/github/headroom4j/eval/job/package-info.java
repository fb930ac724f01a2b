/** One run of the harness: which cases, in which arms, what of it is finished already, and the reports at its end. */
@NullMarked
package io.github.headroom4j.eval.job;

import org.jspecify.annotations.NullMarked;
