@NullMarked
package io.github.headroom4j.eval.reader.extractive;

import org.jspecify.annotations.NullMarked;
