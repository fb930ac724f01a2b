package io.github.headroom4j.eval.reader.model.cassette;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Messages as maps, with all that is sent to a model; attributes are not sent. Stateless. */
final class CanonicalMessages {

    private CanonicalMessages() {}

    static List<Map<String, Object>> of(List<ChatMessage> messages) {
        return messages.stream().map(CanonicalMessages::of).toList();
    }

    private static Map<String, Object> of(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return map("system", system.text());
        }
        if (message instanceof UserMessage user) {
            Map<String, Object> map = map("user", user.singleText());
            if (user.name() != null) {
                map.put("name", user.name());
            }
            return map;
        }
        if (message instanceof ToolExecutionResultMessage result) {
            Map<String, Object> map = map("tool", result.text());
            map.put("id", result.id());
            map.put("tool", result.toolName());
            if (Boolean.TRUE.equals(result.isError())) {
                map.put("error", true);
            }
            return map;
        }
        if (message instanceof AiMessage ai) {
            Map<String, Object> map = map("assistant", ai.text());
            if (ai.thinking() != null) {
                map.put("thinking", ai.thinking());
            }
            map.put(
                    "calls",
                    ai.toolExecutionRequests().stream()
                            .map(CanonicalMessages::call)
                            .toList());
            return map;
        }
        throw new IllegalStateException("no session has a message of type " + message.type());
    }

    private static Map<String, Object> map(String role, @Nullable String text) {
        Map<String, Object> map = new TreeMap<>();
        map.put("role", role);
        map.put("text", text == null ? "" : text);
        return map;
    }

    static Map<String, Object> call(ToolExecutionRequest call) {
        Map<String, Object> map = new TreeMap<>();
        map.put("id", call.id() == null ? "" : call.id());
        map.put("name", call.name());
        map.put("arguments", call.arguments() == null ? "" : call.arguments());
        return map;
    }
}
