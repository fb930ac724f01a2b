@NullMarked
package io.github.headroom4j.eval.stats;

import org.jspecify.annotations.NullMarked;
