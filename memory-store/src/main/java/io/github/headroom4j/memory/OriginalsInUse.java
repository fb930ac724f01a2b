package io.github.headroom4j.memory;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.List;
import java.util.Map;

/** Which originals a history shows markers of. Stateless. */
final class OriginalsInUse {

    /** Far above what any context can show markers of; a longer history renews its newest ones. */
    private static final int MAX_IDS = 10_000;

    private OriginalsInUse() {}

    /** The ids in the attributes of the messages, each once. Linear in the history. */
    static List<OriginalId> in(List<ChatMessage> messages) {
        List<OriginalId> ids = messages.stream()
                .flatMap(message -> HeadroomAttributes.originals(attributes(message)).stream())
                .distinct()
                .toList();
        return ids.subList(Math.max(0, ids.size() - MAX_IDS), ids.size());
    }

    private static Map<String, Object> attributes(ChatMessage message) {
        if (message instanceof ToolExecutionResultMessage result) {
            return result.attributes();
        }
        if (message instanceof UserMessage user) {
            return user.attributes();
        }
        return message instanceof AiMessage ai ? ai.attributes() : Map.of();
    }
}
