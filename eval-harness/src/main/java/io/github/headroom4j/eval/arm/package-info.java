/** What an agent's tools return: as recorded, compressed, or cut. */
@NullMarked
package io.github.headroom4j.eval.arm;

import org.jspecify.annotations.NullMarked;
