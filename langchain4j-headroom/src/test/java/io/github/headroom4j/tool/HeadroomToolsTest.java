package io.github.headroom4j.tool;

import static io.github.headroom4j.tool.ToolFixtures.headroom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ReturnBehavior;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.service.tool.ToolProviderResult;
import io.github.headroom4j.Headroom;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeadroomToolsTest {

    static class BaseTools {
        @Tool("From the superclass")
        String inherited() {
            return "inherited";
        }

        @Tool("Overridden below")
        String overridden() {
            return "base";
        }
    }

    interface DefaultTools {
        @Tool("From the interface")
        default String byDefault() {
            return "default";
        }
    }

    static final class AllTools extends BaseTools implements DefaultTools {
        @Override
        @Tool(name = "renamed", value = "Overrides")
        String overridden() {
            return "derived";
        }

        @Tool(returnBehavior = ReturnBehavior.IMMEDIATE)
        String immediate() {
            return "immediate";
        }

        @Tool(returnBehavior = ReturnBehavior.IMMEDIATE_IF_LAST)
        String immediateIfLast() {
            return "immediate if last";
        }

        String noTool() {
            return "no tool";
        }
    }

    interface Remote {
        @Tool("Behind a proxy")
        String remote(String key);
    }

    private final Headroom headroom = headroom();

    @Test
    void finds_the_methods_that_ai_services_would_find() {
        List<AiServiceTool> tools = HeadroomTools.wrapOnly(headroom, new AllTools());
        assertThat(tools)
                .extracting(AiServiceTool::name)
                .containsExactlyInAnyOrder("renamed", "immediate", "immediateIfLast", "inherited", "byDefault");
        assertThat(run(tool(tools, "renamed"))).isEqualTo("derived");
        assertThat(run(tool(tools, "byDefault"))).isEqualTo("default");
    }

    @Test
    void tools_whose_results_go_to_the_caller_are_not_wrapped() {
        List<AiServiceTool> tools = HeadroomTools.wrap(headroom, new AllTools());
        assertThat(tool(tools, "immediate").toolExecutor()).isInstanceOf(DefaultToolExecutor.class);
        assertThat(tool(tools, "immediate").returnBehavior()).isEqualTo(ReturnBehavior.IMMEDIATE);
        assertThat(tool(tools, "immediateIfLast").toolExecutor()).isInstanceOf(DefaultToolExecutor.class);
        assertThat(tool(tools, "immediateIfLast").returnBehavior()).isEqualTo(ReturnBehavior.IMMEDIATE_IF_LAST);
        assertThat(tool(tools, "inherited").toolExecutor()).isInstanceOf(CompressingToolExecutor.class);
    }

    @Test
    void a_proxy_is_called_by_the_annotated_method_of_its_interface() {
        Remote proxy = (Remote) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Remote.class}, (self, method, arguments) -> "via proxy");
        List<AiServiceTool> tools = HeadroomTools.wrapOnly(headroom, proxy);
        assertThat(tools).extracting(AiServiceTool::name).containsExactly("remote");
        assertThat(run(tools.get(0))).isEqualTo("via proxy");
    }

    @Test
    void the_retrieve_tool_comes_last_and_once() {
        Map<ToolSpecification, ToolExecutor> map = new LinkedHashMap<>();
        map.put(ToolSpecification.builder().name("zulu").build(), (request, id) -> "z");
        map.put(ToolSpecification.builder().name("alpha").build(), (request, id) -> "a");

        List<AiServiceTool> tools = HeadroomTools.wrap(headroom, map);
        assertThat(tools).extracting(AiServiceTool::name).containsExactly("zulu", "alpha", "headroom_retrieve");
        assertThat(HeadroomTools.wrapOnly(headroom, map))
                .extracting(AiServiceTool::name)
                .containsExactly("zulu", "alpha");
        assertThat(HeadroomTools.wrap(headroom, tools)).hasSize(3);
    }

    @Test
    void wrapping_twice_wraps_once() {
        List<AiServiceTool> once = HeadroomTools.wrap(headroom, new BaseTools());
        assertThat(HeadroomTools.wrap(headroom, once)).isEqualTo(once);
    }

    @Test
    void a_provider_keeps_its_nature_and_declares_the_retrieve_tool_once() {
        ToolProvider inner = provider(
                true,
                List.of(AiServiceTool.builder()
                        .toolSpecification(
                                ToolSpecification.builder().name("alpha").build())
                        .toolExecutor((request, id) -> "a")
                        .returnBehavior(ReturnBehavior.IMMEDIATE)
                        .build()));
        ToolProvider wrapped = HeadroomTools.wrap(headroom, inner);

        assertThat(wrapped.isDynamic()).isTrue();
        List<AiServiceTool> tools = wrapped.provideTools(providerRequest()).aiServiceTools();
        assertThat(tools).extracting(AiServiceTool::name).containsExactly("alpha", "headroom_retrieve");
        assertThat(tools.get(0).returnBehavior()).isEqualTo(ReturnBehavior.IMMEDIATE);

        assertThat(HeadroomTools.wrap(headroom, wrapped)
                        .provideTools(providerRequest())
                        .aiServiceTools())
                .hasSize(2);
        ToolProvider without = HeadroomTools.wrapOnly(headroom, provider(false, tools.subList(0, 1)));
        assertThat(without.isDynamic()).isFalse();
        assertThat(without.provideTools(providerRequest()).aiServiceTools()).hasSize(1);
    }

    @Test
    void a_provider_that_provides_null_still_does() {
        ToolProvider none = request -> null;
        assertThat(HeadroomTools.wrap(headroom, none).provideTools(providerRequest()))
                .isNull();
    }

    @Test
    void what_is_no_tool_object_is_refused_with_a_hint() {
        assertThatThrownBy(() -> HeadroomTools.wrap(headroom, "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("@Tool");
        assertThatThrownBy(() -> HeadroomTools.wrap(headroom, new Object[0])).hasMessageContaining("must not be empty");
    }

    private static ToolProvider provider(boolean dynamic, List<AiServiceTool> tools) {
        return new ToolProvider() {
            @Override
            public ToolProviderResult provideTools(ToolProviderRequest request) {
                return ToolProviderResult.builder().addAll(tools).build();
            }

            @Override
            public boolean isDynamic() {
                return dynamic;
            }
        };
    }

    private static ToolProviderRequest providerRequest() {
        return ToolProviderRequest.builder()
                .invocationContext(
                        InvocationContext.builder().chatMemoryId("alice").build())
                .userMessage(UserMessage.from("hello"))
                .build();
    }

    private static AiServiceTool tool(List<AiServiceTool> tools, String name) {
        return tools.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String run(AiServiceTool tool) {
        return tool.toolExecutor()
                .executeWithContext(
                        ScriptedChatModel.call("1", tool.name(), "{}"),
                        InvocationContext.builder().chatMemoryId("alice").build())
                .resultText();
    }
}
