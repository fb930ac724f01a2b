@NullMarked
package io.github.headroom4j.eval.chart;

import org.jspecify.annotations.NullMarked;
