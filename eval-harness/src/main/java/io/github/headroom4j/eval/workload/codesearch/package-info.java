/**
 * The code-search workload: find the method that a sentence of documentation describes, in the sources of real
 * libraries. How the cases are made is told in {@code datasets/code-search/README.md}.
 *
 * <p>The way of the data: {@code SourceJar} (files) → {@code ShownFile} (without Javadoc) → {@code MethodFinder} →
 * {@code Library} → {@code MethodIndex} and {@code GrepIndex} → {@code CaseSelection} → {@code SessionRecorder} → cases.
 */
@NullMarked
package io.github.headroom4j.eval.workload.codesearch;

import org.jspecify.annotations.NullMarked;
