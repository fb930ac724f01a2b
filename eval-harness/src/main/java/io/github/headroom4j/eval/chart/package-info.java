/** Charts as inline SVG: the same bytes for the same figures, readable without colour, drawn without a script. */
@NullMarked
package io.github.headroom4j.eval.chart;

import org.jspecify.annotations.NullMarked;
