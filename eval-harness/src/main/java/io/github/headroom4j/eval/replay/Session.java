package io.github.headroom4j.eval.replay;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.tool.AiServiceTool;
import io.github.headroom4j.eval.arm.CompressionLog;
import io.github.headroom4j.eval.metric.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replayed session. Immutable.
 *
 * @param requests all requests as the model got them; the last one is the one that was answered
 * @param answer the answer's items
 * @param tools the tools as the agent had them
 * @param memoryId the id of the chat memory, which scopes originals
 * @param log what the library decided on tool results; empty in arms without it
 * @param reading how a language model read it; null where the reader is a program
 */
public record Session(
        List<ChatRequest> requests,
        List<String> answer,
        List<AiServiceTool> tools,
        String memoryId,
        CompressionLog log,
        @Nullable Reading reading) {

    /** Copies the lists. */
    public Session {
        requests = List.copyOf(requests);
        answer = List.copyOf(answer);
        tools = List.copyOf(tools);
    }

    /**
     * A session that a program read, without the library's decisions.
     *
     * @param requests all requests as the model got them
     * @param answer the answer's items
     * @param tools the tools as the agent had them
     * @param memoryId the id of the chat memory
     */
    public Session(List<ChatRequest> requests, List<String> answer, List<AiServiceTool> tools, String memoryId) {
        this(requests, answer, tools, memoryId, CompressionLog.unused(), null);
    }

    /**
     * The request that was answered.
     *
     * @return the last one
     */
    public ChatRequest finalRequest() {
        return requests.get(requests.size() - 1);
    }
}
