package io.github.headroom4j.eval.arm;

import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.tool.AiServiceTool;
import java.util.List;

/**
 * What an arm gives to one agent. For one session.
 *
 * @param tools the tools
 * @param memory the memory, by the session's id
 * @param log what the library decides on tool results; stays empty in arms without it
 */
public record AgentParts(List<AiServiceTool> tools, ChatMemoryProvider memory, CompressionLog log) {

    /** Copies the list. */
    public AgentParts {
        tools = List.copyOf(tools);
    }

    /**
     * Parts without the library.
     *
     * @param tools the tools
     * @param memory the memory, by the session's id
     */
    public AgentParts(List<AiServiceTool> tools, ChatMemoryProvider memory) {
        this(tools, memory, CompressionLog.unused());
    }

    /** A memory of LangChain4j that keeps so many messages. */
    static ChatMemoryProvider keeping(int maxMessages) {
        return id -> MessageWindowChatMemory.builder()
                .id(id)
                .maxMessages(maxMessages)
                .build();
    }
}
