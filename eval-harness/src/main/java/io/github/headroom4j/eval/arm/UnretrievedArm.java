package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.token.TokenCounter;
import io.github.headroom4j.tool.HeadroomTools;
import java.util.List;
import java.util.Map;

/** The library with its defaults, whose markers name a tool that the agent does not have. */
record UnretrievedArm(String name, String about, TokenCounter counter) implements Arm {

    @Override
    public List<AiServiceTool> tools(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances) {
        Headroom headroom =
                Headroom.builder().tokenCounter(counter).withoutTimeout().build();
        return HeadroomTools.wrapOnly(headroom, recorded);
    }
}
