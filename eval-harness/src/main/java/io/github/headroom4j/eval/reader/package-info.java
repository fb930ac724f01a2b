/** Readers: chat models that answer the final question from what a request shows. */
@NullMarked
package io.github.headroom4j.eval.reader;

import org.jspecify.annotations.NullMarked;
