/** Turns users' copies of public question sets into cases with passages. */
@NullMarked
package io.github.headroom4j.eval.importer;

import org.jspecify.annotations.NullMarked;
