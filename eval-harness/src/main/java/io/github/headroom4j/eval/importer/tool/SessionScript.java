package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.importer.tool.Message.Call;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A session as turns of the user. A call without a result is left out; a result is that of the call of its id, else of the first
 * that still has none. Immutable.
 *
 * @param system the system prompt, of several messages one after the other
 * @param calls all calls with their results, in the order of the calls
 * @param turns what the user said, how many of the calls followed, and what was said last
 */
record SessionScript(String system, List<RecordedCall> calls, List<Part> turns) {

    /**
     * A turn.
     *
     * @param question what the user said
     * @param calls how many calls followed
     * @param reply what the assistant said last; blank if nothing
     */
    record Part(String question, int calls, String reply) {}

    static SessionScript of(List<Message> messages) {
        String system = messages.stream()
                .filter(one -> one.role() == Message.Role.SYSTEM)
                .map(Message::text)
                .distinct()
                .collect(Collectors.joining("\n\n"));
        Building building = new Building();
        for (Message message : messages) {
            switch (message.role()) {
                case USER -> building.user(message.text());
                case ASSISTANT -> building.assistant(message);
                case TOOL -> building.result(message);
                case SYSTEM -> {}
            }
        }
        building.end();
        return new SessionScript(
                system.isBlank() ? "You are a helpful assistant." : system, building.calls, building.turns);
    }

    /** What is known so far. */
    private static final class Building {

        private final List<RecordedCall> calls = new ArrayList<>();
        private final List<Part> turns = new ArrayList<>();
        private final Map<Call, String> pending = new LinkedHashMap<>();
        private final List<Call> open = new ArrayList<>();
        private String question = "";
        private String reply = "";

        void user(String text) {
            if (text.isBlank()) {
                return;
            }
            if (!question.isEmpty() && open.isEmpty() && reply.isEmpty()) {
                question = question + "\n\n" + text;
                return;
            }
            end();
            question = text;
        }

        void assistant(Message message) {
            reply = message.text().isBlank() ? reply : message.text();
            open.addAll(message.calls());
        }

        void result(Message message) {
            Call of = open.stream()
                    .filter(call -> !pending.containsKey(call))
                    .filter(call -> message.callId().isEmpty() || call.id().equals(message.callId()))
                    .findFirst()
                    .orElse(null);
            if (of != null) {
                pending.put(of, message.text());
                // What was said before the call is no answer to what it returned.
                reply = "";
            }
        }

        /** The turn is over: what has a result is kept. */
        void end() {
            int made = 0;
            for (Call call : open) {
                String result = pending.remove(call);
                // What was read back from an original was there before.
                if (result != null && !call.tool().equals(OriginalMarker.RETRIEVE_TOOL)) {
                    calls.add(new RecordedCall(call.tool(), call.arguments(), result));
                    made++;
                }
            }
            if (!question.isEmpty()) {
                turns.add(new Part(question, made, reply));
            } else if (made > 0) {
                turns.add(new Part("(no question)", made, reply));
            }
            open.clear();
            pending.clear();
            question = "";
            reply = "";
        }
    }
}
