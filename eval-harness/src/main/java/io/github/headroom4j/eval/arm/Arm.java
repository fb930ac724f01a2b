package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.List;
import java.util.Map;

/** One way to treat tool results. Everything else of a session is the same in all arms. Stateless and thread-safe. */
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
}
