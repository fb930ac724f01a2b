@NullMarked
package io.github.headroom4j.eval.dataset;

import org.jspecify.annotations.NullMarked;
