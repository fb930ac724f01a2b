/** Compiles libraries under review as a build job does, and keeps what the compiler prints. */
@NullMarked
package io.github.headroom4j.eval.workload.codereview.build;

import org.jspecify.annotations.NullMarked;
