@NullMarked
package io.github.headroom4j.eval.embedding;

import org.jspecify.annotations.NullMarked;
