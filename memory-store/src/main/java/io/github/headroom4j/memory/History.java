package io.github.headroom4j.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The messages of a memory as compaction looks at them: with tokens, calls, and where the untouchable part begins. Immutable. */
final class History {

    /** The model may still work on what it saw in its last two steps, and has not seen what came after the last. */
    private static final int UNTOUCHED_STEPS = 2;

    private final List<ChatMessage> messages;
    private final int[] tokens;
    private final Map<Integer, ToolExecutionRequest> calls;

    History(List<ChatMessage> messages, MessageTokens counter) {
        this.messages = List.copyOf(messages);
        tokens = messages.stream().mapToInt(counter::of).toArray();
        calls = callsOf(messages);
    }

    int size() {
        return messages.size();
    }

    ChatMessage message(int index) {
        return messages.get(index);
    }

    int tokens(int index) {
        return tokens[index];
    }

    int[] tokens() {
        return tokens.clone();
    }

    long total() {
        return IntStream.of(tokens).asLongStream().sum();
    }

    /** The call that a result answers, if it is there. */
    Optional<ToolExecutionRequest> call(int index) {
        return Optional.ofNullable(calls.get(index));
    }

    /** How many requests the model has answered. */
    int requests() {
        return (int) messages.stream().filter(AiMessage.class::isInstance).count();
    }

    /** The index of the first message that must not be touched; all before may be, by their kind. */
    int untouchedFrom() {
        int steps = 0;
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i) instanceof AiMessage && ++steps == UNTOUCHED_STEPS) {
                return i;
            }
        }
        return 0;
    }

    /** The index of the newest user message, or -1. */
    int newestUser() {
        return lastUserBefore(messages.size());
    }

    /** What the user had asked when a message came, empty if nothing. */
    String questionBefore(int index) {
        int user = lastUserBefore(index);
        return user < 0 ? "" : Passages.question((UserMessage) messages.get(user));
    }

    /** The index of the last user message before another, or -1. */
    int lastUserBefore(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (messages.get(i) instanceof UserMessage) {
                return i;
            }
        }
        return -1;
    }

    /** Ids may be missing, and repeat from step to step, so a result belongs to the nearest step before it. */
    private static Map<Integer, ToolExecutionRequest> callsOf(List<ChatMessage> messages) {
        Map<Integer, ToolExecutionRequest> calls = new HashMap<>();
        List<ToolExecutionRequest> open = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i) instanceof AiMessage ai) {
                open = new ArrayList<>(ai.toolExecutionRequests());
            } else if (messages.get(i) instanceof ToolExecutionResultMessage result) {
                Optional<ToolExecutionRequest> call = open.stream()
                        .filter(request -> answers(result, request))
                        .findFirst();
                if (call.isPresent()) {
                    calls.put(i, call.get());
                    open.remove(call.get());
                }
            }
        }
        return calls;
    }

    private static boolean answers(ToolExecutionResultMessage result, ToolExecutionRequest request) {
        return request.id() == null
                ? request.name().equals(result.toolName())
                : request.id().equals(result.id());
    }
}
