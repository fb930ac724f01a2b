package io.github.headroom4j.tool;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A model that says what a test tells it to, turn by turn, and remembers the requests it got. It is both a blocking and a
 * streaming model. Thread-safe.
 */
public final class ScriptedChatModel implements ChatModel {

    private final Deque<Function<ChatRequest, AiMessage>> script = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();

    /** Calls one tool. */
    public ScriptedChatModel calls(String id, String tool, String arguments) {
        return calls(call(id, tool, arguments));
    }

    /** Calls several tools in one turn. */
    public ScriptedChatModel calls(ToolExecutionRequest... calls) {
        return turns(request -> AiMessage.from(calls));
    }

    /** Says something. */
    public ScriptedChatModel says(String text) {
        return turns(request -> AiMessage.from(text));
    }

    /** Decides by what it reads. */
    public synchronized ScriptedChatModel turns(Function<ChatRequest, AiMessage> turn) {
        script.add(turn);
        return this;
    }

    /** One call, as a model would ask for it. */
    public static ToolExecutionRequest call(String id, String tool, String arguments) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name(tool)
                .arguments(arguments)
                .build();
    }

    /** The requests so far, oldest first. */
    public synchronized List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    /** The request that came last. */
    public ChatRequest lastRequest() {
        return requests().get(requests().size() - 1);
    }

    /** The newest tool result in the request that came last. */
    public ToolExecutionResultMessage lastToolResult() {
        return lastToolResult(lastRequest());
    }

    /** The newest tool result in a request. */
    public static ToolExecutionResultMessage lastToolResult(ChatRequest request) {
        ToolExecutionResultMessage last = null;
        for (ChatMessage message : request.messages()) {
            if (message instanceof ToolExecutionResultMessage result) {
                last = result;
            }
        }
        return Objects.requireNonNull(last, "no tool result in the request");
    }

    /** The same script for streaming. */
    public StreamingChatModel streaming() {
        return new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                AiMessage message = answer(request);
                if (message.text() != null) {
                    handler.onPartialResponse(message.text());
                }
                handler.onCompleteResponse(
                        ChatResponse.builder().aiMessage(message).build());
            }
        };
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return ChatResponse.builder().aiMessage(answer(request)).build();
    }

    private AiMessage answer(ChatRequest request) {
        Function<ChatRequest, AiMessage> turn;
        synchronized (this) {
            requests.add(request);
            turn = script.poll();
        }
        if (turn == null) {
            throw new IllegalStateException("the script is over, but a request came: " + request.messages());
        }
        return turn.apply(request);
    }
}
