package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.List;
import java.util.Map;

/** Hands the recorded results through. */
record PlainArm(String name, String about) implements Arm {

    @Override
    public List<AiServiceTool> tools(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances) {
        return recorded.entrySet().stream()
                .map(tool -> AiServiceTool.builder()
                        .toolSpecification(tool.getKey())
                        .toolExecutor(tool.getValue())
                        .build())
                .toList();
    }
}
