@NullMarked
package io.github.headroom4j.eval.reader.model.provider;

import org.jspecify.annotations.NullMarked;
