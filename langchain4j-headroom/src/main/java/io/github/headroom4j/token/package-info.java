/** Token counting: the only place where token figures come from. */
@NullMarked
package io.github.headroom4j.token;

import org.jspecify.annotations.NullMarked;
