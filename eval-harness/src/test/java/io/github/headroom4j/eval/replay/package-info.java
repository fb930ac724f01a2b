@NullMarked
package io.github.headroom4j.eval.replay;

import org.jspecify.annotations.NullMarked;
