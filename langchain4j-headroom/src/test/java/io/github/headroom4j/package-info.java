@NullMarked
package io.github.headroom4j;

import org.jspecify.annotations.NullMarked;
