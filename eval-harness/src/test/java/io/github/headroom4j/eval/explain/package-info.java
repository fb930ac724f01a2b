@NullMarked
package io.github.headroom4j.eval.explain;

import org.jspecify.annotations.NullMarked;
