@NullMarked
package io.github.headroom4j.eval.sweep;

import org.jspecify.annotations.NullMarked;
