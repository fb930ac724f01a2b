@NullMarked
package io.github.headroom4j.eval.doctor;

import org.jspecify.annotations.NullMarked;
