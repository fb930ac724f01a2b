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
 * Issues the recorded calls one after the other, then looks up what the reader wants, all in one message, then lets the
 * reader reply to the request it was given: with an answer, or with calls after which it is asked again. Keeps every request.
 * For one session and one thread.
 */
final class ScriptedModel implements ChatModel {

    private final List<ToolExecutionRequest> script;
    private final Function<ChatRequest, List<ToolExecutionRequest>> lookups;
    private final Function<ChatRequest, AiMessage> reader;
    private final List<ChatRequest> requests = new ArrayList<>();

    ScriptedModel(
            List<ToolExecutionRequest> script,
            Function<ChatRequest, List<ToolExecutionRequest>> lookups,
            Function<ChatRequest, AiMessage> reader) {
        this.script = script;
        this.lookups = lookups;
        this.reader = reader;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        int turn = requests.size();
        requests.add(request);
        return ChatResponse.builder().aiMessage(reply(turn, request)).build();
    }

    private AiMessage reply(int turn, ChatRequest request) {
        if (turn < script.size()) {
            return AiMessage.from(script.get(turn));
        }
        List<ToolExecutionRequest> wanted = turn == script.size() ? lookups.apply(request) : List.of();
        return wanted.isEmpty() ? reader.apply(request) : AiMessage.from(wanted);
    }

    List<ChatRequest> requests() {
        return List.copyOf(requests);
    }
}
