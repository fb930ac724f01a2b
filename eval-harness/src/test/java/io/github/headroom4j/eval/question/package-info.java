@NullMarked
package io.github.headroom4j.eval.question;

import org.jspecify.annotations.NullMarked;
