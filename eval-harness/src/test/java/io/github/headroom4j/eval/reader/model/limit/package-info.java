@NullMarked
package io.github.headroom4j.eval.reader.model.limit;

import org.jspecify.annotations.NullMarked;
