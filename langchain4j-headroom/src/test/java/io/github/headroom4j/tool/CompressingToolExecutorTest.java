package io.github.headroom4j.tool;

import static io.github.headroom4j.tool.ToolFixtures.headroom;
import static io.github.headroom4j.tool.ToolFixtures.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CompressingToolExecutorTest {

    private static final ToolExecutionRequest REQUEST =
            ScriptedChatModel.call("1", "readLog", "{\"service\":\"pay\",\"limit\":577,\"tail\":true}");

    private static final InvocationContext CONTEXT = InvocationContext.builder()
            .chatMemoryId("alice")
            .userMessage(UserMessage.from("What went wrong?"))
            .build();

    private final List<CompressionRequest> requests = new ArrayList<>();
    private final Headroom headroom = ToolFixtures.builder()
            .listener(event -> requests.add(event.request()))
            .build();

    @Test
    void leaves_the_result_object_and_foreign_attributes_and_adds_its_own() {
        List<String> raw = List.of("the raw object");
        ToolExecutionResult result = run(ToolExecutionResult.builder()
                .result(raw)
                .resultText(log("pay"))
                .attributes(Map.of("found_tools", List.of("a", "b")))
                .build());

        String ref = OriginalMarker.refAtEndOf(result.resultText()).orElseThrow();
        assertThat(result.result()).isSameAs(raw);
        assertThat(result.isError()).isFalse();
        assertThat(result.attributes())
                .containsEntry("found_tools", List.of("a", "b"))
                .containsEntry("headroom.step", "SELECTED")
                .hasEntrySatisfying(
                        "headroom.original",
                        id -> assertThat((String) id).hasSize(64).startsWith(ref));
        assertThat(headroom.originals().find("alice", ref)).contains(log("pay"));
    }

    @Test
    void asks_with_question_arguments_tool_and_scope() {
        run(text(log("pay")));
        assertThat(requests)
                .singleElement()
                .isEqualTo(CompressionRequest.of(log("pay"))
                        .withQuery("What went wrong?\npay\n577")
                        .withTool("readLog")
                        .withScope("alice"));
    }

    @Test
    void a_repacked_result_says_so_and_names_no_original() {
        Headroom lossless = ToolFixtures.builder()
                .policies(CompressionPolicies.all(CompressionPolicy.lossless()))
                .build();
        String blanks = log("pay").replace("\n", "   \t\t \n");
        ToolExecutor executor = HeadroomTools.wrap(lossless, (ToolExecutor) (request, memoryId) -> blanks);

        ToolExecutionResult result = executor.executeWithContext(REQUEST, CONTEXT);
        assertThat(result.resultText()).isEqualTo(log("pay").strip());
        assertThat(result.attributes()).containsExactly(Map.entry("headroom.step", "REPACKED"));
    }

    @Test
    void compresses_each_text_among_images_in_place() {
        ImageContent image = ImageContent.from("https://example.org/chart.png");
        ToolExecutionResult result = run(ToolExecutionResult.builder()
                .resultContents(List.of(
                        TextContent.from(log("pay")), image, TextContent.from("small"), TextContent.from(log("cart"))))
                .build());

        List<Content> contents = result.resultContents();
        assertThat(contents).hasSize(4);
        assertThat(contents.get(1)).isSameAs(image);
        assertThat(contents.get(2)).isEqualTo(TextContent.from("small"));
        String both = OriginalMarker.of(log("pay")).id() + ","
                + OriginalMarker.of(log("cart")).id();
        assertThat(result.attributes()).containsEntry("headroom.original", both);
        assertThat(((TextContent) contents.get(0)).text()).contains("pay ERROR").hasSizeLessThan(400);
        assertThat(((TextContent) contents.get(3)).text())
                .contains("cart ERROR")
                .hasSizeLessThan(400);
    }

    @Test
    void returns_the_same_object_where_nothing_is_to_be_done() {
        ToolExecutionResult error = ToolExecutionResult.builder()
                .isError(true)
                .resultText(log("pay"))
                .build();
        ToolExecutionResult small = text("small");
        ToolExecutionResult empty = text("");
        ToolExecutionResult image = ToolExecutionResult.builder()
                .resultContents(List.of(ImageContent.from("https://example.org/chart.png")))
                .build();
        ToolExecutionResult ours = run(text(log("pay")));
        ToolExecutionResult skill = ToolExecutionResult.builder()
                .resultText(log("pay"))
                .attributes(Map.of("activated_skill", "triage"))
                .build();
        for (ToolExecutionResult untouched : List.of(error, small, empty, image, ours, skill)) {
            assertThat(run(untouched)).isSameAs(untouched);
        }
    }

    @Test
    void reads_a_lazy_text_and_keeps_the_raw_object() {
        ToolExecutionResult result = run(ToolExecutionResult.builder()
                .result(42)
                .resultTextSupplier(() -> log("pay"))
                .build());
        assertThat(result.resultText()).contains("pay ERROR").hasSizeLessThan(400);
        assertThat(result.result()).isEqualTo(42);
    }

    @Test
    void a_lazy_text_that_fails_or_is_null_fails_as_it_would_without_us() {
        ToolExecutionResult failing = ToolExecutionResult.builder()
                .resultTextSupplier(() -> {
                    throw new IllegalStateException("not serialisable");
                })
                .build();
        ToolExecutionResult nothing = ToolExecutionResult.builder()
                .resultTextSupplier(CompressingToolExecutorTest::nothing)
                .build();
        assertThat(run(failing)).isSameAs(failing);
        assertThatThrownBy(failing::resultText).hasMessage("not serialisable");
        assertThat(run(nothing)).isSameAs(nothing);
    }

    @Test
    void what_a_tool_throws_passes_with_its_type() {
        IllegalStateException failure = new IllegalStateException("down");
        ToolExecutor executor = HeadroomTools.wrap(headroom, (ToolExecutor) (request, memoryId) -> {
            throw failure;
        });
        assertThatThrownBy(() -> executor.executeWithContext(REQUEST, CONTEXT)).isSameAs(failure);
        assertThatThrownBy(() -> executor.execute(REQUEST, "alice")).isSameAs(failure);
    }

    @Test
    void a_failure_of_ours_leaves_the_result_as_it_came() {
        Object hostileId = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no id for you");
            }
        };
        ToolExecutionResult result = text(log("pay"));
        InvocationContext context =
                InvocationContext.builder().chatMemoryId(hostileId).build();
        assertThat(wrap(result).executeWithContext(REQUEST, context)).isSameAs(result);

        ToolExecutor plain = HeadroomTools.wrap(headroom(), (ToolExecutor) (request, memoryId) -> log("pay"));
        assertThat(plain.execute(REQUEST, hostileId)).isEqualTo(log("pay"));
    }

    @Test
    void execute_compresses_too() {
        ToolExecutor executor = HeadroomTools.wrap(headroom, (ToolExecutor) (request, memoryId) -> log("pay"));
        String text = executor.execute(REQUEST, "alice");
        assertThat(OriginalMarker.refAtEndOf(text)).isPresent();
        assertThat(text).contains("pay ERROR");
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request.scope()).isEqualTo("alice"));
    }

    @Test
    void null_from_a_tool_stays_null() {
        ToolExecutor executor = HeadroomTools.wrap(headroom, new ToolExecutor() {
            @Override
            @SuppressWarnings("NullAway") // The contract forbids it; tools do it.
            public String execute(ToolExecutionRequest request, Object memoryId) {
                return null;
            }

            @Override
            @SuppressWarnings("NullAway") // As above.
            public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
                return null;
            }
        });
        assertThat(executor.execute(REQUEST, "alice")).isNull();
        assertThat(executor.executeWithContext(REQUEST, CONTEXT)).isNull();
    }

    @Test
    void the_retrieve_tool_is_left_alone_even_if_it_is_wrapped() {
        ToolExecutionRequest retrieve = ScriptedChatModel.call("1", "headroom_retrieve", "{}");
        ToolExecutionResult result = text(log("pay"));
        assertThat(wrap(result).executeWithContext(retrieve, CONTEXT)).isSameAs(result);
        ToolExecutor plain = HeadroomTools.wrap(headroom, (ToolExecutor) (request, memoryId) -> log("pay"));
        assertThat(plain.execute(retrieve, "alice")).isEqualTo(log("pay"));
    }

    @Test
    void long_questions_and_arguments_do_not_become_queries() {
        InvocationContext context = InvocationContext.builder()
                .userMessage(UserMessage.from(
                        TextContent.from("q".repeat(3_000)), ImageContent.from("https://example.org/a.png")))
                .build();
        ToolExecutionRequest patch = ScriptedChatModel.call("1", "apply", "{\"patch\":\"" + "+".repeat(600) + "\"}");
        assertThat(ToolQuery.of(patch, context)).isEqualTo("q".repeat(2_000));
        assertThat(ToolQuery.of(ScriptedChatModel.call("1", "apply", "{\"id\":\"x-1\", broken"), null))
                .isEqualTo("x-1");
        assertThat(ToolQuery.of(ToolExecutionRequest.builder().name("now").build(), null))
                .isEmpty();
    }

    private ToolExecutionResult run(ToolExecutionResult result) {
        return wrap(result).executeWithContext(REQUEST, CONTEXT);
    }

    private ToolExecutor wrap(ToolExecutionResult result) {
        return new CompressingToolExecutor(headroom, new ToolExecutor() {
            @Override
            public String execute(ToolExecutionRequest request, Object memoryId) {
                throw new IllegalStateException("LangChain4j's own tools forbid this call");
            }

            @Override
            public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
                return result;
            }
        });
    }

    private static ToolExecutionResult text(String text) {
        return ToolExecutionResult.builder().resultText(text).build();
    }

    @SuppressWarnings("NullAway") // A supplier of null is legal for LangChain4j.
    private static String nothing() {
        @Nullable String none = null;
        return none;
    }
}
