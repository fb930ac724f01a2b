/** Long sessions: incidents and code searches one after the other in one chat memory, and questions about them at the end. */
@NullMarked
package io.github.headroom4j.eval.workload.longsession;

import org.jspecify.annotations.NullMarked;
