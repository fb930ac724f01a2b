package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.List;
import java.util.Map;

/**
 * One way to treat tool results and, in some arms, the memory they stay in. Everything else of a session is the same in
 * all arms. Stateless and thread-safe.
 */
public interface Arm {

    /**
     * Its name in options and reports.
     *
     * @return for instance "headroom"
     */
    String name();

    /**
     * What it does, for reports.
     *
     * @return a phrase
     */
    String about();

    /**
     * Gives an agent its tools.
     *
     * @param recorded the tools as recorded: specifications and executors that return the raw results
     * @param allowances what arms at equal savings may spend
     * @return the tools in the same order, possibly with further ones behind them
     */
    List<AiServiceTool> tools(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances);

    /**
     * Gives an agent its tools and its memory.
     *
     * @param recorded the tools as recorded
     * @param allowances what arms at equal savings may spend
     * @param maxMessages how many messages the whole session has at most
     * @return the tools, and a memory that keeps every message unless the arm is about memory
     */
    default AgentParts parts(Map<ToolSpecification, ToolExecutor> recorded, Allowances allowances, int maxMessages) {
        return new AgentParts(tools(recorded, allowances), AgentParts.keeping(maxMessages));
    }
}
