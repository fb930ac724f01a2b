@NullMarked
package io.github.headroom4j.eval.job;

import org.jspecify.annotations.NullMarked;
