@NullMarked
package io.github.headroom4j.eval.content;

import org.jspecify.annotations.NullMarked;
