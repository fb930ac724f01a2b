/** What keeps an agent going when what it depends on does not: stores of originals and models. */
@NullMarked
package io.github.headroom4j.resilience;

import org.jspecify.annotations.NullMarked;
