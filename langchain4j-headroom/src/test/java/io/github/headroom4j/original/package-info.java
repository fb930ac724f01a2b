@NullMarked
package io.github.headroom4j.original;

import org.jspecify.annotations.NullMarked;
