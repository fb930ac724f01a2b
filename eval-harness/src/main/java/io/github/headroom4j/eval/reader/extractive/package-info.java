/** A deterministic reader of passages: finds the sentence that answers, and in it the span that is the answer. */
@NullMarked
package io.github.headroom4j.eval.reader.extractive;

import org.jspecify.annotations.NullMarked;
