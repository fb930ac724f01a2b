package io.github.headroom4j.tool;

import static io.github.headroom4j.tool.ScriptedChatModel.call;
import static io.github.headroom4j.tool.ToolFixtures.headroom;
import static io.github.headroom4j.tool.ToolFixtures.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.CompensateFor;
import dev.langchain4j.agent.tool.ReturnBehavior;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every way in which AI services run tools, with wrapped ones. */
final class AiServicesTest {

    private static final ImageContent IMAGE = ImageContent.from("https://example.org/chart.png");

    interface Assistant {
        String chat(String question);
    }

    interface ResultAssistant {
        Result<String> chat(String question);
    }

    interface StreamingAssistant {
        TokenStream chat(String question);
    }

    static class LogTools {
        @Tool("Reads the log of a service")
        String readLog(String service) {
            return log(service);
        }

        @Tool("Charts a service")
        List<Content> chart(String service) {
            return List.of(IMAGE, TextContent.from(log(service)));
        }

        @Tool("Fails")
        String fail(int code) {
            throw new UnsupportedOperationException("code " + code + "\n" + log("trace"));
        }

        @Tool(value = "Answers the user", returnBehavior = ReturnBehavior.IMMEDIATE)
        String answer() {
            return log("answer");
        }

        @Tool(value = "Answers the user at the end", returnBehavior = ReturnBehavior.IMMEDIATE_IF_LAST)
        String answerLast() {
            return log("last");
        }
    }

    static final class BookingTools extends LogTools {
        final List<String> compensated = new ArrayList<>();

        @Tool("Books")
        String book(String what) {
            return "booked " + what;
        }

        @CompensateFor("book")
        void cancel(String what) {
            compensated.add(what);
        }
    }

    private final Headroom headroom = headroom();
    private final ScriptedChatModel model = new ScriptedChatModel();

    @Test
    void streaming_reads_the_same_as_blocking() throws Exception {
        model.calls("1", "readLog", "{\"service\":\"pay\"}").says("done");
        assistant(HeadroomTools.wrap(headroom, new LogTools())).chat("Why?");

        ScriptedChatModel streamed = new ScriptedChatModel()
                .calls("1", "readLog", "{\"service\":\"pay\"}")
                .says("done");
        CompletableFuture<ChatResponse> response = new CompletableFuture<>();
        AiServices.builder(StreamingAssistant.class)
                .streamingChatModel(streamed.streaming())
                .tools(HeadroomTools.wrap(headroom, new LogTools()))
                .build()
                .chat("Why?")
                .onPartialResponse(part -> {})
                .onCompleteResponse(response::complete)
                .onError(response::completeExceptionally)
                .start();

        assertThat(response.get(30, TimeUnit.SECONDS).aiMessage().text()).isEqualTo("done");
        assertThat(streamed.lastRequest().messages())
                .isEqualTo(model.lastRequest().messages());
        assertThat(streamed.lastToolResult().text()).contains("pay ERROR").hasSizeLessThan(400);
    }

    @Test
    void tools_that_run_at_once_get_their_own_results_in_the_order_of_the_calls() {
        CyclicBarrier allRunning = new CyclicBarrier(4);
        ToolExecutor together = (request, id) -> {
            try {
                allRunning.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return log(request.id());
        };
        ToolSpecification specification =
                ToolSpecification.builder().name("together").build();
        model.calls(IntStream.range(0, 4)
                        .mapToObj(i -> call("service" + i, "together", "{}"))
                        .toArray(ToolExecutionRequest[]::new))
                .says("done");
        AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, Map.of(specification, together)))
                .executeToolsConcurrently()
                .build()
                .chat("Why?");

        List<ToolExecutionResultMessage> results = toolResults();
        assertThat(results)
                .extracting(ToolExecutionResultMessage::id)
                .containsExactly("service0", "service1", "service2", "service3");
        assertThat(results).allSatisfy(result -> {
            assertThat(result.text()).contains(result.id() + " ERROR");
            assertThat(headroom.originals()
                            .find(
                                    "default",
                                    OriginalMarker.refAtEndOf(result.text()).orElseThrow()))
                    .contains(log(result.id()));
        });
    }

    @Test
    void error_texts_are_not_compressed() {
        model.calls("1", "fail", "{\"code\":7}").says("done");
        assistant(HeadroomTools.wrap(headroom, new LogTools())).chat("Why?");
        assertThat(model.lastToolResult().isError()).isTrue();
        assertThat(model.lastToolResult().text()).isEqualTo("code 7\n" + log("trace"));
    }

    @Test
    void error_handlers_see_what_they_would_see_without_us() {
        List<Throwable> seen = new ArrayList<>();
        model.calls("1", "fail", "{\"code\":7}")
                .calls("2", "fail", "{\"code\":\"x\"}")
                .says("done");
        AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new LogTools()))
                .toolExecutionErrorHandler((error, context) -> {
                    seen.add(error);
                    return ToolErrorHandlerResult.text("sorry");
                })
                .toolArgumentsErrorHandler((error, context) -> {
                    seen.add(error);
                    return ToolErrorHandlerResult.text("bad arguments");
                })
                .build()
                .chat("Why?");
        assertThat(toolResults())
                .extracting(ToolExecutionResultMessage::text)
                .containsExactly("sorry", "bad arguments");
        assertThat(seen.get(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(seen.get(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void images_stay_beside_compressed_texts() {
        model.calls("1", "chart", "{\"service\":\"pay\"}").says("done");
        assistant(HeadroomTools.wrap(headroom, new LogTools())).chat("Why?");
        List<Content> contents = model.lastToolResult().contents();
        assertThat(contents).hasSize(2);
        assertThat(contents.get(0)).isEqualTo(IMAGE);
        assertThat(((TextContent) contents.get(1)).text()).contains("pay ERROR").hasSizeLessThan(400);
    }

    @Test
    void what_goes_to_the_caller_stays_whole() {
        model.calls("1", "answer", "{}");
        Result<String> immediate = resultAssistant().chat("Why?");
        assertThat(immediate.toolExecutions().get(0).result()).isEqualTo(log("answer"));

        model.calls(call("2", "readLog", "{\"service\":\"pay\"}"), call("3", "answerLast", "{}"));
        Result<String> last = resultAssistant().chat("Why?");
        assertThat(last.toolExecutions().get(0).result()).contains("pay ERROR").hasSizeLessThan(400);
        assertThat(last.toolExecutions().get(0).resultObject()).isEqualTo(log("pay"));
        assertThat(last.toolExecutions().get(1).result()).isEqualTo(log("last"));
    }

    @Test
    void a_headroom_that_fails_breaks_nothing() {
        Headroom broken = ToolFixtures.builder()
                .splitter(text -> {
                    throw new IllegalStateException("broken");
                })
                .build();
        model.calls("1", "readLog", "{\"service\":\"pay\"}").says("done");
        assertThat(assistant(HeadroomTools.wrap(broken, new LogTools())).chat("Why?"))
                .isEqualTo("done");
        assertThat(model.lastToolResult().text()).isEqualTo(log("pay"));
    }

    /** Not what anyone wants, but what is: see the Javadoc of HeadroomTools. */
    @Test
    void compensation_is_lost_for_wrapped_tools() {
        BookingTools bookings = new BookingTools();
        for (boolean wrapped : new boolean[] {true, false}) {
            ScriptedChatModel scripted = new ScriptedChatModel()
                    .calls("1", "book", "{\"what\":\"room\"}")
                    .calls("2", "fail", "{\"code\":7}")
                    .says("done");
            AiServices<Assistant> builder = AiServices.builder(Assistant.class).chatModel(scripted);
            (wrapped ? builder.tools(HeadroomTools.wrap(headroom, bookings)) : builder.tools(bookings))
                    .compensateOnToolErrors(true)
                    .build()
                    .chat("Why?");
            assertThat(bookings.compensated).isEqualTo(wrapped ? List.of() : List.of("room"));
        }
    }

    private Assistant assistant(List<AiServiceTool> tools) {
        return AiServices.builder(Assistant.class).chatModel(model).tools(tools).build();
    }

    private ResultAssistant resultAssistant() {
        return AiServices.builder(ResultAssistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new LogTools()))
                .build();
    }

    private List<ToolExecutionResultMessage> toolResults() {
        List<ToolExecutionResultMessage> results = new ArrayList<>();
        for (ChatMessage message : model.lastRequest().messages()) {
            if (message instanceof ToolExecutionResultMessage result) {
                results.add(result);
            }
        }
        return results;
    }
}
