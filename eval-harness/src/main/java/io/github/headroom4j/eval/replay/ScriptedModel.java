package io.github.headroom4j.eval.replay;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Issues the recorded calls one after the other, then lets the reader answer from the request it was given. Keeps every
 * request. For one session and one thread.
 */
final class ScriptedModel implements ChatModel {

    private final List<ToolExecutionRequest> script;
    private final Function<ChatRequest, AiMessage> reader;
    private final List<ChatRequest> requests = new ArrayList<>();

    ScriptedModel(List<ToolExecutionRequest> script, Function<ChatRequest, AiMessage> reader) {
        this.script = script;
        this.reader = reader;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        int turn = requests.size();
        requests.add(request);
        AiMessage reply = turn < script.size() ? AiMessage.from(script.get(turn)) : reader.apply(request);
        return ChatResponse.builder().aiMessage(reply).build();
    }

    List<ChatRequest> requests() {
        return List.copyOf(requests);
    }
}
