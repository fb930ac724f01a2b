@NullMarked
package io.github.headroom4j.eval.command;

import org.jspecify.annotations.NullMarked;
