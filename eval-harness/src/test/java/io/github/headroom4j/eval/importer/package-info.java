@NullMarked
package io.github.headroom4j.eval.importer;

import org.jspecify.annotations.NullMarked;
