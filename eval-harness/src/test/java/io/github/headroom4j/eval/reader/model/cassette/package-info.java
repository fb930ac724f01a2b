@NullMarked
package io.github.headroom4j.eval.reader.model.cassette;

import org.jspecify.annotations.NullMarked;
