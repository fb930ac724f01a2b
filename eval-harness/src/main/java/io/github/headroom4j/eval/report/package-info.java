/** Reports for people and programs, without clock or machine in them. */
@NullMarked
package io.github.headroom4j.eval.report;

import org.jspecify.annotations.NullMarked;
