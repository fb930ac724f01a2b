@NullMarked
package io.github.headroom4j.eval.reader.model.http;

import org.jspecify.annotations.NullMarked;
