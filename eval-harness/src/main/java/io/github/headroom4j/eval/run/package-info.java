/** How cases of each kind are run: which arms there are, and what a case comes to in one of them. */
@NullMarked
package io.github.headroom4j.eval.run;

import org.jspecify.annotations.NullMarked;
