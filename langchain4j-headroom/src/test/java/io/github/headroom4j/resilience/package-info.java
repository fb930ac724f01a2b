@NullMarked
package io.github.headroom4j.resilience;

import org.jspecify.annotations.NullMarked;
