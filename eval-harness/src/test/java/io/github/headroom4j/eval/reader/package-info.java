@NullMarked
package io.github.headroom4j.eval.reader;

import org.jspecify.annotations.NullMarked;
