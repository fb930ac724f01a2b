package io.github.headroom4j.tool;

import static io.github.headroom4j.tool.ToolFixtures.headroom;
import static io.github.headroom4j.tool.ToolFixtures.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.service.tool.ToolProviderResult;
import dev.langchain4j.service.tool.search.simple.SimpleToolSearchStrategy;
import io.github.headroom4j.Headroom;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Tools from providers, wrapper functions and tool search, through AI services. */
final class ToolProvidersTest {

    interface Assistant {
        String chat(String question);
    }

    static final class LogTools {
        @Tool("Reads the log of a service")
        String readLog(String service) {
            return log(service);
        }
    }

    private final Headroom headroom = headroom();
    private final ScriptedChatModel model = new ScriptedChatModel();

    @Test
    void tools_of_static_and_dynamic_providers_are_compressed() {
        for (boolean dynamic : new boolean[] {false, true}) {
            ScriptedChatModel scripted =
                    new ScriptedChatModel().calls("1", "remoteLog", "{}").says("done");
            AiServices.builder(Assistant.class)
                    .chatModel(scripted)
                    .toolProvider(HeadroomTools.wrap(headroom, remoteLog(dynamic)))
                    .build()
                    .chat("Why?");
            assertThat(toolNames(scripted, 0)).containsExactly("remoteLog", "headroom_retrieve");
            assertThat(toolNames(scripted, 1)).containsExactly("remoteLog", "headroom_retrieve");
            assertThat(scripted.lastToolResult().text())
                    .contains("remote ERROR")
                    .hasSizeLessThan(400);
        }
    }

    @Test
    void a_list_and_a_provider_share_one_retrieve_tool() {
        model.calls("1", "remoteLog", "{}").says("done");
        AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, List.of()))
                .toolProvider(HeadroomTools.wrapOnly(headroom, remoteLog(false)))
                .build()
                .chat("Why?");
        assertThat(toolNames(model, 0)).containsExactly("headroom_retrieve", "remoteLog");
        assertThat(model.lastToolResult().text()).contains("remote ERROR").hasSizeLessThan(400);
    }

    @Test
    void a_wrapper_function_as_of_mcp_compresses_under_the_mapped_name() {
        Function<ToolExecutor, ToolExecutor> toolWrapper = executor -> HeadroomTools.wrap(headroom, executor);
        ToolExecutor mcp = toolWrapper.apply((request, id) -> log("mcp"));
        ToolProvider provider = request -> ToolProviderResult.builder()
                .add(ToolSpecification.builder().name("server_log").build(), mcp)
                .add(HeadroomTools.retrieve(headroom))
                .build();
        model.calls("1", "server_log", "{}").says("done");
        AiServices.builder(Assistant.class)
                .chatModel(model)
                .toolProvider(provider)
                .build()
                .chat("Why?");
        assertThat(model.lastToolResult().text()).contains("mcp ERROR").hasSizeLessThan(400);
    }

    @Test
    void tool_search_hides_the_tools_but_not_the_retrieve_tool() {
        model.calls("1", "tool_search_tool", "{\"terms\":[\"log\"]}")
                .calls("2", "readLog", "{\"service\":\"pay\"}")
                .says("done");
        AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new LogTools()))
                .toolSearchStrategy(new SimpleToolSearchStrategy())
                .build()
                .chat("Why?");
        assertThat(toolNames(model, 0)).containsExactly("headroom_retrieve", "tool_search_tool");
        assertThat(toolNames(model, 1))
                .startsWith("headroom_retrieve", "tool_search_tool")
                .contains("readLog");
        assertThat(model.lastToolResult().text()).contains("pay ERROR").hasSizeLessThan(400);
    }

    private static List<String> toolNames(ScriptedChatModel model, int request) {
        return model.requests().get(request).toolSpecifications().stream()
                .map(ToolSpecification::name)
                .toList();
    }

    private static ToolProvider remoteLog(boolean dynamic) {
        return new ToolProvider() {
            @Override
            public ToolProviderResult provideTools(ToolProviderRequest request) {
                return ToolProviderResult.builder()
                        .add(ToolSpecification.builder().name("remoteLog").build(), (call, id) -> log("remote"))
                        .build();
            }

            @Override
            public boolean isDynamic() {
                return dynamic;
            }
        };
    }
}
