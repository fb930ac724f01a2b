package io.github.headroom4j.eval.reader.model.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as local models read it, which know a system prompt, users and assistants: tools are told in the system prompt,
 * calls and results stand in tags, as the Hermes models were taught and many after them. Immutable.
 *
 * @param system the system prompt with the tools
 * @param turns what users and the assistant said, in order
 */
record LlamaPrompt(String system, List<Turn> turns) {

    private static final String CALL_BEGIN = "<tool_call>";
    private static final String CALL_END = "</tool_call>";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** What one side said. */
    record Turn(boolean assistant, String text) {}

    static LlamaPrompt of(ChatRequest request) {
        StringBuilder system = new StringBuilder();
        List<Turn> turns = new ArrayList<>();
        for (ChatMessage message : request.messages()) {
            if (message instanceof SystemMessage text) {
                system.append(system.isEmpty() ? "" : "\n\n").append(text.text());
            } else if (message instanceof UserMessage user) {
                turns.add(new Turn(false, user.singleText()));
            } else if (message instanceof ToolExecutionResultMessage result) {
                turns.add(new Turn(false, "<tool_response>\n" + result.text() + "\n</tool_response>"));
            } else if (message instanceof AiMessage ai) {
                turns.add(new Turn(true, textOf(ai)));
            }
        }
        return new LlamaPrompt(system + tools(request.toolSpecifications()), turns);
    }

    private static String tools(List<ToolSpecification> tools) {
        return tools.isEmpty()
                ? ""
                : "\n\nYou may call these tools:\n<tools>\n"
                        + tools.stream().map(ToolSpecification::toJson).collect(Collectors.joining("\n"))
                        + "\n</tools>\nTo call one, reply with " + CALL_BEGIN
                        + "{\"name\": \"tool\", \"arguments\": {}}" + CALL_END + " and nothing else.";
    }

    private static String textOf(AiMessage message) {
        StringBuilder text = new StringBuilder(Objects.requireNonNullElse(message.text(), ""));
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            text.append(CALL_BEGIN)
                    .append("{\"name\": ")
                    .append(JSON.getNodeFactory().textNode(call.name()))
                    .append(", \"arguments\": ")
                    .append(call.arguments())
                    .append('}')
                    .append(CALL_END);
        }
        return text.toString();
    }

    /** A reply as a message: calls if it holds any that can be read, else text. */
    static AiMessage reply(String text) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        int from = text.indexOf(CALL_BEGIN);
        while (from >= 0) {
            int begin = from + CALL_BEGIN.length();
            int end = text.indexOf(CALL_END, begin);
            call(text.substring(begin, end < 0 ? text.length() : end), calls.size())
                    .ifPresent(calls::add);
            from = end < 0 ? -1 : text.indexOf(CALL_BEGIN, end);
        }
        return calls.isEmpty() ? AiMessage.from(text) : AiMessage.from(calls);
    }

    private static Optional<ToolExecutionRequest> call(String json, int number) {
        try {
            JsonNode call = JSON.readTree(json);
            return call.path("name").isTextual()
                    ? Optional.of(ToolExecutionRequest.builder()
                            .id("call_" + number)
                            .name(call.get("name").textValue())
                            .arguments(
                                    call.path("arguments").isObject()
                                            ? call.get("arguments").toString()
                                            : "{}")
                            .build())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
