package io.github.headroom4j.memory;

/**
 * Names the originals that several agents share. A type of its own, so that no chat memory's id, whatever its text, has the
 * same scope. A durable store finds originals by it, so neither class nor component may be renamed.
 *
 * @param name the shared context's
 */
record SharedScope(String name) {}
