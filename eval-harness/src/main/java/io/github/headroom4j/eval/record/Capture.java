package io.github.headroom4j.eval.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.eval.dataset.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A session up to an answer, as one line of JSON in the shape of OpenAI's messages. Every text of it goes through the redaction; content
 * that is no text is left out. For one session.
 */
final class Capture {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final int ID_LENGTH = 16;

    private final UnaryOperator<String> redaction;
    private final RecordedResults results;
    private final ArrayNode messages = JSON.createArrayNode();
    private final Map<String, ToolExecutionRequest> requests = new HashMap<>();
    private String opening = "";
    private int asked;

    Capture(UnaryOperator<String> redaction, RecordedResults results) {
        this.redaction = redaction;
        this.results = results;
    }

    String line(List<ChatMessage> history, AiMessage answer) {
        write(history, answer);
        // Once to learn what is secret, also where nothing tells so; what counts is the second time.
        messages.removeAll();
        opening = "";
        asked = 0;
        write(history, answer);
        ObjectNode line = JSON.createObjectNode();
        String session = Sha256.of(opening).substring(0, ID_LENGTH);
        line.put("id", session + "-" + asked);
        line.put("session", session);
        line.set("messages", messages);
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }

    private void write(List<ChatMessage> history, AiMessage answer) {
        history.forEach(this::add);
        assistant(answer);
    }

    private void add(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            said("system", system.text());
        } else if (message instanceof UserMessage user) {
            asked++;
            said(
                    "user",
                    user.contents().stream()
                            .filter(TextContent.class::isInstance)
                            .map(content -> ((TextContent) content).text())
                            .collect(Collectors.joining("\n")));
        } else if (message instanceof AiMessage answer) {
            assistant(answer);
        } else if (message instanceof ToolExecutionResultMessage result) {
            ToolExecutionRequest request = requests.get(result.id());
            String shown = result.contents().stream()
                    .filter(TextContent.class::isInstance)
                    .map(content -> ((TextContent) content).text())
                    .collect(Collectors.joining("\n"));
            String raw = request == null ? shown : results.of(request).orElse(shown);
            messages.addObject()
                    .put("role", "tool")
                    .put("tool_call_id", result.id())
                    .put("name", result.toolName())
                    .put("content", redaction.apply(raw));
        }
    }

    private void said(String role, String text) {
        String redacted = redaction.apply(text);
        // What a session begins with tells it from others; the answers do not, since they come later.
        opening = asked < 2 ? opening + role + "\n" + redacted + "\n" : opening;
        messages.addObject().put("role", role).put("content", redacted);
    }

    private void assistant(AiMessage answer) {
        ObjectNode message = messages.addObject().put("role", "assistant");
        message.put("content", answer.text() == null ? "" : redaction.apply(answer.text()));
        if (!answer.toolExecutionRequests().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            for (ToolExecutionRequest request : answer.toolExecutionRequests()) {
                requests.put(request.id(), request);
                calls.addObject()
                        .put("id", request.id())
                        .put("type", "function")
                        .putObject("function")
                        .put("name", request.name())
                        .put("arguments", redaction.apply(request.arguments()));
            }
        }
    }
}
