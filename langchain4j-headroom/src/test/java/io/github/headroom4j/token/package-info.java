@NullMarked
package io.github.headroom4j.token;

import org.jspecify.annotations.NullMarked;
