package io.github.headroom4j.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Says what a script says, and remembers what it was asked. For one thread. */
final class ScriptedModel implements ChatModel {

    final List<ChatRequest> requests = new ArrayList<>();
    private final Deque<Function<ChatRequest, AiMessage>> script = new ArrayDeque<>();

    ScriptedModel calls(String tool, String arguments) {
        return calls(tool, result -> arguments);
    }

    /** Calls a tool with arguments that depend on what the tool before it returned. */
    ScriptedModel calls(String tool, Function<String, String> arguments) {
        script.add(request -> AiMessage.from(ToolExecutionRequest.builder()
                .id("call-" + requests.size())
                .name(tool)
                .arguments(arguments.apply(lastResult(request)))
                .build()));
        return this;
    }

    ScriptedModel answers(String text) {
        script.add(request -> AiMessage.from(text));
        return this;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        return ChatResponse.builder().aiMessage(script.remove().apply(request)).build();
    }

    /** What the tools returned, as the last request shows it. */
    List<ToolExecutionResultMessage> results() {
        return requests.get(requests.size() - 1).messages().stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(ToolExecutionResultMessage.class::cast)
                .toList();
    }

    private static String lastResult(ChatRequest request) {
        Object last = request.messages().get(request.messages().size() - 1);
        return last instanceof ToolExecutionResultMessage result ? result.text() : "";
    }
}
