@NullMarked
package io.github.headroom4j.eval.run;

import org.jspecify.annotations.NullMarked;
