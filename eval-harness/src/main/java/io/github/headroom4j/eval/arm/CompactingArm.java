package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.memory.Compaction;
import io.github.headroom4j.memory.CompressingChatMemoryStore;
import io.github.headroom4j.token.TokenCounter;
import io.github.headroom4j.tool.HeadroomTools;
import java.util.List;
import java.util.Map;

/** The library with both decorators: results compressed when they are born, old history compacted in epochs. */
record CompactingArm(String name, int budgetTokens, TokenCounter counter) implements Arm {

    @Override
    public String about() {
        return "as headroom, and history compacted within " + budgetTokens + " tokens";
    }

    @Override
    public List<AiServiceTool> tools(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances) {
        return HeadroomTools.wrap(headroom(), recorded);
    }

    @Override
    public AgentParts parts(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances, int maxMessages) {
        Headroom headroom = headroom();
        ChatMemoryStore store = CompressingChatMemoryStore.builder(headroom, new InMemoryChatMemoryStore())
                .compaction(Compaction.ofBudget(budgetTokens))
                .build();
        return new AgentParts(
                HeadroomTools.wrap(headroom, recorded),
                id -> MessageWindowChatMemory.builder()
                        .id(id)
                        .maxMessages(maxMessages)
                        .chatMemoryStore(store)
                        .build());
    }

    /** One instance, and so one store of originals, per session: nothing outlives it. */
    private Headroom headroom() {
        return Headroom.builder().tokenCounter(counter).withoutTimeout().build();
    }
}
