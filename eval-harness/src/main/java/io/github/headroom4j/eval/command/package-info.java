/** The command line: one class per command, with what commands share beside them. */
@NullMarked
package io.github.headroom4j.eval.command;

import org.jspecify.annotations.NullMarked;
