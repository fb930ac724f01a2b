@NullMarked
package io.github.headroom4j.eval.record;

import org.jspecify.annotations.NullMarked;
