/** The page for people: made from the report for programs and what lies beside it, and from nothing else. */
@NullMarked
package io.github.headroom4j.eval.page;

import org.jspecify.annotations.NullMarked;
