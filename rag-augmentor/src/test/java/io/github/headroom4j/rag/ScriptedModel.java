package io.github.headroom4j.rag;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
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

    ScriptedModel answers(String text) {
        script.add(request -> AiMessage.from(text));
        return this;
    }

    /** Reads lines of the original whose marker the last user message shows. */
    ScriptedModel retrieves(String lines) {
        script.add(request -> AiMessage.from(ToolExecutionRequest.builder()
                .id("call-" + requests.size())
                .name("headroom_retrieve")
                .arguments("{\"ref\":\"" + ref(user().singleText()) + "\",\"lines\":\"" + lines + "\"}")
                .build()));
        return this;
    }

    static String ref(String text) {
        int at = text.lastIndexOf("[headroom_retrieve ref=") + "[headroom_retrieve ref=".length();
        return text.substring(at, at + 12);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        return ChatResponse.builder().aiMessage(script.remove().apply(request)).build();
    }

    /** The user message of the last request. */
    UserMessage user() {
        return last(UserMessage.class);
    }

    /** What the tool returned, as the last request shows it. */
    ToolExecutionResultMessage result() {
        return last(ToolExecutionResultMessage.class);
    }

    private <T> T last(Class<T> type) {
        List<T> all = requests.get(requests.size() - 1).messages().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        return all.get(all.size() - 1);
    }
}
