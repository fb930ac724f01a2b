/** Embeddings recorded once and looked up ever after, so that no figure depends on the processor that a model runs on. */
@NullMarked
package io.github.headroom4j.eval.embedding;

import org.jspecify.annotations.NullMarked;
