/**
 * History that stays small: a decorator of chat memory stores. It works where tools could not be wrapped, and on histories
 * that were stored before, and compacts what is old. Originals that live as long as that history: stores of them in a database
 * and in Redis, encrypted if wanted, and one that is not waited for too long. And contents that several agents share.
 */
@NullMarked
package io.github.headroom4j.memory;

import org.jspecify.annotations.NullMarked;
