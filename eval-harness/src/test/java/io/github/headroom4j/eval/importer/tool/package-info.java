@NullMarked
package io.github.headroom4j.eval.importer.tool;

import org.jspecify.annotations.NullMarked;
