/** Tests. */
@NullMarked
package io.github.headroom4j.eval.cache;

import org.jspecify.annotations.NullMarked;
