@NullMarked
package io.github.headroom4j.eval.arm;

import org.jspecify.annotations.NullMarked;
