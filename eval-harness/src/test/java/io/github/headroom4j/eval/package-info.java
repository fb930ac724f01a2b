@NullMarked
package io.github.headroom4j.eval;

import org.jspecify.annotations.NullMarked;
