@NullMarked
package io.github.headroom4j.eval.metric;

import org.jspecify.annotations.NullMarked;
