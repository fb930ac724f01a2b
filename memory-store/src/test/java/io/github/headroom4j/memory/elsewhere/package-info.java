@NullMarked
package io.github.headroom4j.memory.elsewhere;

import org.jspecify.annotations.NullMarked;
