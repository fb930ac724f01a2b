/** Turns users' copies of public data with tool results, and recorded sessions, into cases. */
@NullMarked
package io.github.headroom4j.eval.importer.tool;

import org.jspecify.annotations.NullMarked;
