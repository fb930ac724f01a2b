@NullMarked
package io.github.headroom4j.eval.reader.model;

import org.jspecify.annotations.NullMarked;
