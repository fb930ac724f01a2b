@NullMarked
package io.github.headroom4j.memory;

import org.jspecify.annotations.NullMarked;
