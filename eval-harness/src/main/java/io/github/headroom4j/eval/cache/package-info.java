/** What a provider's prompt cache makes of the requests of a session: tokens read, written, and what they cost. */
@NullMarked
package io.github.headroom4j.eval.cache;

import org.jspecify.annotations.NullMarked;
