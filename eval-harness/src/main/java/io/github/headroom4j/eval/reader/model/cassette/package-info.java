/** Recorded answers of models, found again by the hash of the whole request. */
@NullMarked
package io.github.headroom4j.eval.reader.model.cassette;

import org.jspecify.annotations.NullMarked;
