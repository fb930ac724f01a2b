@NullMarked
package io.github.headroom4j.tool;

import org.jspecify.annotations.NullMarked;
