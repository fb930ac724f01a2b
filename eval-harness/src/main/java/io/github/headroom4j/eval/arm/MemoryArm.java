package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Hands the recorded results through and treats only the memory; the memory is made from the session's length. */
record MemoryArm(String name, String about, IntFunction<ChatMemoryProvider> memory) implements Arm {

    @Override
    public List<AiServiceTool> tools(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances) {
        return new PlainArm(name, about).tools(recorded, allowances);
    }

    @Override
    public AgentParts parts(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances, int maxMessages) {
        return new AgentParts(tools(recorded, allowances), memory.apply(maxMessages));
    }
}
