/** Questions after the fact: results were compressed towards one question, then the user asks another one. */
@NullMarked
package io.github.headroom4j.eval.workload.afterwards;

import org.jspecify.annotations.NullMarked;
