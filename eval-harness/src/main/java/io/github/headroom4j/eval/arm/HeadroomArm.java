package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.token.TokenCounter;
import io.github.headroom4j.tool.HeadroomTools;
import java.util.List;
import java.util.Map;

/** The library as a user would add it, but without a deadline, so that results do not depend on the machine's speed. */
record HeadroomArm(String name, String about, boolean lossless, TokenCounter counter) implements Arm {

    @Override
    public List<AiServiceTool> tools(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances) {
        return tools(recorded, new CompressionLog(counter));
    }

    @Override
    public AgentParts parts(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances, int maxMessages) {
        CompressionLog log = new CompressionLog(counter);
        return new AgentParts(tools(recorded, log), AgentParts.keeping(maxMessages), log);
    }

    private List<AiServiceTool> tools(Map<ToolSpecification, ToolExecutor> recorded, CompressionLog log) {
        // One instance, and so one store of originals, per session: nothing outlives it.
        Headroom headroom = Headroom.builder()
                .policies(lossless ? CompressionPolicies.losslessOnly() : CompressionPolicies.standard())
                .tokenCounter(counter)
                .listener(log)
                .withoutTimeout()
                .build();
        // Where nothing is left out there is nothing to retrieve, and the tool's specification would be a needless
        // cost.
        return lossless ? HeadroomTools.wrapOnly(headroom, recorded) : HeadroomTools.wrap(headroom, recorded);
    }
}
