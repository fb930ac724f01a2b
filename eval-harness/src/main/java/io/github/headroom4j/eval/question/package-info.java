/** Questions that programs ask and programs can read, and the notation of their answers. */
@NullMarked
package io.github.headroom4j.eval.question;

import org.jspecify.annotations.NullMarked;
