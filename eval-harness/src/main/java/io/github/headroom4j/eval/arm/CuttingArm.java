package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.List;
import java.util.Map;

/** Cuts every tool result to at most the tokens that the headroom arm used for it. */
record CuttingArm(String name, String about, Cut cut) implements Arm {

    @Override
    public List<AiServiceTool> tools(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances) {
        return recorded.entrySet().stream()
                .map(tool -> AiServiceTool.builder()
                        .toolSpecification(tool.getKey())
                        .toolExecutor(cutting(tool.getValue(), allowances))
                        .build())
                .toList();
    }

    private ToolExecutor cutting(ToolExecutor executor, Allowances allowances) {
        return (request, memoryId) ->
                cut.apply(executor.execute(request, memoryId), allowances.tokensFor(request.id()));
    }
}
