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
 */
public record AgentParts(List<AiServiceTool> tools, ChatMemoryProvider memory) {

    /** Copies the list. */
    public AgentParts {
        tools = List.copyOf(tools);
    }

    /** A memory of LangChain4j that keeps so many messages. */
    static ChatMemoryProvider keeping(int maxMessages) {
        return id -> MessageWindowChatMemory.builder()
                .id(id)
                .maxMessages(maxMessages)
                .build();
    }
}
