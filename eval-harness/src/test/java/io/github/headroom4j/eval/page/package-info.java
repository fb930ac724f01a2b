@NullMarked
package io.github.headroom4j.eval.page;

import org.jspecify.annotations.NullMarked;
