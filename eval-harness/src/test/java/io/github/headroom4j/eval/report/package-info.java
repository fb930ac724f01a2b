@NullMarked
package io.github.headroom4j.eval.report;

import org.jspecify.annotations.NullMarked;
