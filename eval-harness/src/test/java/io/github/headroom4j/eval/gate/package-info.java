@NullMarked
package io.github.headroom4j.eval.gate;

import org.jspecify.annotations.NullMarked;
