package io.github.headroom4j.eval.importer.tool;

import java.util.List;

/**
 * A message of a recorded session, whoever's notation it was in. Immutable.
 *
 * @param role who says it
 * @param text what is said; of a tool what it returned
 * @param calls what an assistant calls
 * @param callId which call a tool answers; empty if that is not said
 */
record Message(Role role, String text, List<Call> calls, String callId) {

    /** Who speaks. */
    enum Role {
        SYSTEM,
        USER,
        ASSISTANT,
        TOOL
    }

    /**
     * A call of a tool.
     *
     * @param id its id; empty if it has none
     * @param tool the tool
     * @param arguments a JSON object
     */
    record Call(String id, String tool, String arguments) {}

    static Message of(Role role, String text) {
        return new Message(role, text, List.of(), "");
    }
}
