@NullMarked
package io.github.headroom4j.rag;

import org.jspecify.annotations.NullMarked;
