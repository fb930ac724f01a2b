package io.github.headroom4j.tool;

import dev.langchain4j.agent.tool.ReturnBehavior;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Wires tools for {@code AiServices} so that the model reads their results compressed, and can read back what was left
 * out.
 *
 * <pre>{@code
 * Headroom headroom = Headroom.create();
 * Assistant assistant = AiServices.builder(Assistant.class)
 *         .chatModel(model)
 *         .tools(HeadroomTools.wrap(headroom, new LogTools(), new CodeTools()))
 *         .build();
 * }</pre>
 *
 * <p>Each {@code wrap} that returns tools declares {@value OriginalMarker#RETRIEVE_TOOL} exactly once and last, from the
 * first request on: a tool that appeared later would change the front of every request and void the provider's prompt
 * cache. A service may have it only once, so where a list and a provider, or several providers, go into one service, wrap
 * one with {@code wrap} and the others with {@code wrapOnly}.
 *
 * <p>Tools whose results go to the caller ({@link ReturnBehavior#IMMEDIATE} and {@link ReturnBehavior#IMMEDIATE_IF_LAST})
 * are passed on as they are. <b>Wrapped tools lose {@code @CompensateFor}</b>: LangChain4j 1.19 looks for compensating
 * methods only on tool objects that it reads itself; do not wrap tools that need it. Stateless and thread-safe.
 */
public final class HeadroomTools {

    private HeadroomTools() {}

    /**
     * Wraps objects with {@code @Tool} methods.
     *
     * @param headroom what compresses
     * @param toolObjects the objects, at least one
     * @return their tools in the order in which LangChain4j would declare them, and the retrieve tool
     * @throws IllegalArgumentException if an object has no {@code @Tool} method
     */
    public static List<AiServiceTool> wrap(Headroom headroom, Object... toolObjects) {
        return withRetrieve(headroom, wrapOnly(headroom, toolObjects));
    }

    /**
     * Wraps tools given as specification and executor.
     *
     * @param headroom what compresses
     * @param tools the tools, whose order the map decides
     * @return the tools in the map's order, and the retrieve tool
     */
    public static List<AiServiceTool> wrap(Headroom headroom, Map<ToolSpecification, ToolExecutor> tools) {
        return withRetrieve(headroom, wrapOnly(headroom, tools));
    }

    /**
     * Wraps tools.
     *
     * @param headroom what compresses
     * @param tools the tools
     * @return the tools in their order, and the retrieve tool
     */
    public static List<AiServiceTool> wrap(Headroom headroom, List<AiServiceTool> tools) {
        return withRetrieve(headroom, wrapOnly(headroom, tools));
    }

    /**
     * Wraps a provider, for instance one of MCP servers.
     *
     * @param headroom what compresses
     * @param provider the provider
     * @return a provider of its tools, and of the retrieve tool whenever the provider answers
     */
    public static ToolProvider wrap(Headroom headroom, ToolProvider provider) {
        return new CompressingToolProvider(headroom, provider, true);
    }

    /**
     * Wraps one executor, for instance as {@code McpToolProvider.builder().toolWrapper(executor ->
     * HeadroomTools.wrap(headroom, executor))}. Declare {@link #retrieve} as well.
     *
     * @param headroom what compresses
     * @param executor the executor
     * @return the executor with compressed results
     */
    public static ToolExecutor wrap(Headroom headroom, ToolExecutor executor) {
        return executor instanceof CompressingToolExecutor ? executor : new CompressingToolExecutor(headroom, executor);
    }

    /**
     * As {@link #wrap(Headroom, Object...)}, without the retrieve tool.
     *
     * @param headroom what compresses
     * @param toolObjects the objects, at least one
     * @return their tools
     * @throws IllegalArgumentException if an object has no {@code @Tool} method
     */
    public static List<AiServiceTool> wrapOnly(Headroom headroom, Object... toolObjects) {
        if (toolObjects.length == 0) {
            throw new IllegalArgumentException("toolObjects must not be empty");
        }
        List<AiServiceTool> tools = new ArrayList<>();
        for (Object toolObject : toolObjects) {
            tools.addAll(AnnotatedTools.of(Objects.requireNonNull(toolObject, "toolObject")));
        }
        return wrapOnly(headroom, tools);
    }

    /**
     * As {@link #wrap(Headroom, Map)}, without the retrieve tool.
     *
     * @param headroom what compresses
     * @param tools the tools
     * @return the tools in the map's order
     */
    public static List<AiServiceTool> wrapOnly(Headroom headroom, Map<ToolSpecification, ToolExecutor> tools) {
        List<AiServiceTool> listed = new ArrayList<>();
        tools.forEach((specification, executor) -> listed.add(AiServiceTool.builder()
                .toolSpecification(specification)
                .toolExecutor(executor)
                .build()));
        return wrapOnly(headroom, listed);
    }

    /**
     * As {@link #wrap(Headroom, List)}, without the retrieve tool.
     *
     * @param headroom what compresses
     * @param tools the tools
     * @return the tools in their order
     */
    public static List<AiServiceTool> wrapOnly(Headroom headroom, List<AiServiceTool> tools) {
        Objects.requireNonNull(headroom, "headroom");
        return tools.stream().map(tool -> wrapOnly(headroom, tool)).toList();
    }

    /**
     * As {@link #wrap(Headroom, ToolProvider)}, without the retrieve tool.
     *
     * @param headroom what compresses
     * @param provider the provider
     * @return a provider of its tools
     */
    public static ToolProvider wrapOnly(Headroom headroom, ToolProvider provider) {
        return new CompressingToolProvider(headroom, provider, false);
    }

    /**
     * The tool with which a model reads what was left out: {@code headroom_retrieve(ref, lines?, grep?, path?)}. Without
     * lines, grep and path it shows what matters of the original for the user's present question. It reads only originals of
     * the conversation (the chat memory's id) that it is called in.
     *
     * @param headroom whose originals
     * @return the tool, which tool search never hides
     */
    public static AiServiceTool retrieve(Headroom headroom) {
        return retrieve(headroom, List.of());
    }

    /**
     * The tool that also reads back the originals of one further scope, for two cases. Where a service has one memory with
     * an id of its own ({@code AiServices.chatMemory}), LangChain4j tells tools the id "default" and a memory's store the
     * memory's: a store that compresses needs {@code CompressionRequest.scopeOf(memory.id())} here. And several agents may
     * share originals in a scope. The conversation's own scope comes first. Every agent with this tool can read every
     * original of the further scope.
     *
     * @param headroom whose originals
     * @param furtherScope the scope, not blank
     * @return the tool, to be declared in place of {@link #retrieve(Headroom)}, whose name it has
     * @throws IllegalArgumentException if {@code furtherScope} is blank
     */
    public static AiServiceTool retrieve(Headroom headroom, String furtherScope) {
        if (furtherScope.isBlank()) {
            throw new IllegalArgumentException("furtherScope must not be blank, but was '" + furtherScope + "'");
        }
        return retrieve(headroom, List.of(furtherScope));
    }

    private static AiServiceTool retrieve(Headroom headroom, List<String> furtherScopes) {
        return AiServiceTool.builder()
                .toolSpecification(RetrieveTool.SPECIFICATION)
                .toolExecutor(new RetrieveTool(headroom, furtherScopes))
                .build();
    }

    private static AiServiceTool wrapOnly(Headroom headroom, AiServiceTool tool) {
        boolean leftAlone = tool.returnBehavior() != ReturnBehavior.TO_LLM || isRetrieve(tool);
        return leftAlone
                ? tool
                : tool.toBuilder()
                        .toolExecutor(wrap(headroom, tool.toolExecutor()))
                        .build();
    }

    private static List<AiServiceTool> withRetrieve(Headroom headroom, List<AiServiceTool> tools) {
        if (tools.stream().anyMatch(HeadroomTools::isRetrieve)) {
            return tools;
        }
        List<AiServiceTool> all = new ArrayList<>(tools);
        all.add(retrieve(headroom));
        return List.copyOf(all);
    }

    private static boolean isRetrieve(AiServiceTool tool) {
        return tool.name().equals(OriginalMarker.RETRIEVE_TOOL);
    }
}
