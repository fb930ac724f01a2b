/** The compression bench: every sample of every content type, what it saves, and whether all of it comes back. */
@NullMarked
package io.github.headroom4j.eval.content;

import org.jspecify.annotations.NullMarked;
