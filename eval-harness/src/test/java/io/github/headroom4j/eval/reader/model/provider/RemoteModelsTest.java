package io.github.headroom4j.eval.reader.model.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelFailure.Kind;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.reader.model.limit.FakePause;
import io.github.headroom4j.eval.reader.model.limit.RetryingChannel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes over the wire to a real server on this machine, and what is made of whatever it answers. */
class RemoteModelsTest {

    private static final String KEY = "sk-secret-0123456789";

    private static final String OPENAI = """
        {"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop",
         "message":{"role":"assistant","content":"forty"}}],
         "usage":{"prompt_tokens":21,"completion_tokens":3,"total_tokens":24}}\
        """;

    private static final String ANTHROPIC = """
        {"id":"msg_1","type":"message","role":"assistant","model":"m","stop_reason":"end_turn",
         "content":[{"type":"text","text":"forty"}],"usage":{"input_tokens":21,"output_tokens":3}}\
        """;

    private static final String OLLAMA = """
        {"model":"m","created_at":"2026-11-27T00:00:00Z","message":{"role":"assistant","content":"forty"},
         "done":true,"done_reason":"stop","prompt_eval_count":21,"eval_count":3}\
        """;

    @RegisterExtension
    private static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final ToolSpecification TOOL = ToolSpecification.builder()
            .name("headroom_retrieve")
            .description("Reads an original.")
            .parameters(JsonObjectSchema.builder().addStringProperty("ref").build())
            .build();

    /** The interfaces there are. */
    enum Wire {
        OPENAI_CHAT("/v1", "/v1/chat/completions", OPENAI),
        ANTHROPIC_MESSAGES("/v1", "/v1/messages", ANTHROPIC),
        OLLAMA_CHAT("", "/api/chat", OLLAMA);

        private final String base;
        private final String path;
        private final String answer;

        Wire(String base, String path, String answer) {
            this.base = base;
            this.path = path;
            this.answer = answer;
        }

        ModelChannel channel(Optional<String> key, Duration timeout) {
            Endpoint endpoint = new Endpoint(SERVER.baseUrl() + base, key, timeout);
            ModelSettings settings = new ModelSettings("m", Optional.of(0.0), Optional.of(7), 64, 2_048);
            return switch (this) {
                case OPENAI_CHAT -> RemoteModels.openAi(endpoint, settings);
                case ANTHROPIC_MESSAGES -> RemoteModels.anthropic(endpoint, settings);
                case OLLAMA_CHAT -> RemoteModels.ollama(endpoint, settings);
            };
        }

        ModelChannel channel() {
            return channel(Optional.of(KEY), Duration.ofSeconds(30));
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_send_a_request_and_read_text_and_tokens(Wire wire) {
        SERVER.stubFor(post(urlEqualTo(wire.path)).willReturn(okJson(wire.answer)));

        ModelAnswer answer = wire.channel().ask(call(0));

        assertThat(answer).isEqualTo(new ModelAnswer(AiMessage.from("forty"), 21, 3));
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo(wire.path))
                        .withRequestBody(matchingJsonPath("$.model", equalTo("m")))
                        .withRequestBody(matchingJsonPath("$.messages")));
    }

    @Test
    void should_send_key_seed_and_tools_as_openai_documents_it() {
        SERVER.stubFor(post(urlEqualTo(Wire.OPENAI_CHAT.path)).willReturn(okJson(OPENAI)));
        Wire.OPENAI_CHAT.channel().ask(call(2));
        SERVER.verify(postRequestedFor(urlEqualTo(Wire.OPENAI_CHAT.path))
                .withHeader("Authorization", equalTo("Bearer " + KEY))
                .withRequestBody(matchingJsonPath("$.seed", equalTo("9")))
                .withRequestBody(matchingJsonPath("$.temperature", equalTo("0.0")))
                .withRequestBody(matchingJsonPath("$.tools[0].function.name", equalTo("headroom_retrieve")))
                .withRequestBody(matchingJsonPath("$.messages[0].role", equalTo("system")))
                .withRequestBody(matchingJsonPath("$.messages[2].tool_calls[0].id", equalTo("look_0_0_0")))
                .withRequestBody(matchingJsonPath("$.messages[3].tool_call_id", equalTo("look_0_0_0"))));
    }

    @Test
    void should_send_key_and_tools_as_anthropic_documents_it() {
        SERVER.stubFor(post(urlEqualTo(Wire.ANTHROPIC_MESSAGES.path)).willReturn(okJson(ANTHROPIC)));
        Wire.ANTHROPIC_MESSAGES.channel().ask(call(0));
        SERVER.verify(postRequestedFor(urlEqualTo(Wire.ANTHROPIC_MESSAGES.path))
                .withHeader("x-api-key", equalTo(KEY))
                .withRequestBody(matchingJsonPath("$.max_tokens", equalTo("64")))
                .withRequestBody(matchingJsonPath("$.tools[0].name", equalTo("headroom_retrieve")))
                .withRequestBody(matchingJsonPath("$.messages[1].content[0].type", equalTo("tool_use")))
                .withRequestBody(matchingJsonPath("$.messages[2].content[0].tool_use_id", equalTo("look_0_0_0"))));
    }

    @Test
    void should_send_context_seed_and_tools_as_ollama_documents_it() {
        SERVER.stubFor(post(urlEqualTo(Wire.OLLAMA_CHAT.path)).willReturn(okJson(OLLAMA)));
        Wire.OLLAMA_CHAT.channel().ask(call(1));
        SERVER.verify(postRequestedFor(urlEqualTo(Wire.OLLAMA_CHAT.path))
                .withRequestBody(matchingJsonPath("$.options.num_ctx", equalTo("2048")))
                .withRequestBody(matchingJsonPath("$.options.num_predict", equalTo("64")))
                .withRequestBody(matchingJsonPath("$.options.seed", equalTo("8")))
                .withRequestBody(matchingJsonPath("$.stream", equalTo("false")))
                .withRequestBody(matchingJsonPath("$.tools[0].function.name", equalTo("headroom_retrieve"))));
    }

    @Test
    void should_read_calls_of_tools() {
        SERVER.stubFor(post(urlEqualTo(Wire.OPENAI_CHAT.path)).willReturn(okJson("""
            {"choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":null,
             "tool_calls":[{"id":"call_X","type":"function","function":{"name":"headroom_retrieve",
              "arguments":"{\\"ref\\":\\"abc\\"}"}}]}}]}\
            """)));
        SERVER.stubFor(post(urlEqualTo(Wire.ANTHROPIC_MESSAGES.path)).willReturn(okJson("""
            {"id":"msg_1","type":"message","role":"assistant","model":"m","stop_reason":"tool_use","content":[
             {"type":"tool_use","id":"toolu_1","name":"headroom_retrieve","input":{"ref":"abc"}}],
             "usage":{"input_tokens":1,"output_tokens":1}}\
            """)));
        SERVER.stubFor(post(urlEqualTo(Wire.OLLAMA_CHAT.path)).willReturn(okJson("""
            {"model":"m","message":{"role":"assistant","content":"","tool_calls":[
             {"function":{"name":"headroom_retrieve","arguments":{"ref":"abc"}}}]},"done":true}\
            """)));
        for (Wire wire : Wire.values()) {
            ToolExecutionRequest called = wire.channel()
                    .ask(call(0))
                    .message()
                    .toolExecutionRequests()
                    .get(0);
            assertThat(called.name()).as(wire.name()).isEqualTo("headroom_retrieve");
            assertThat(called.arguments().replaceAll("\\s", "")).as(wire.name()).isEqualTo("{\"ref\":\"abc\"}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_wait_as_long_as_a_busy_server_wants_and_then_be_answered(Wire wire) {
        SERVER.stubFor(post(urlEqualTo(wire.path))
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "17"))
                .willSetStateTo("broken"));
        SERVER.stubFor(post(urlEqualTo(wire.path))
                .inScenario("busy")
                .whenScenarioStateIs("broken")
                .willReturn(aResponse().withStatus(529))
                .willSetStateTo("free"));
        SERVER.stubFor(post(urlEqualTo(wire.path))
                .inScenario("busy")
                .whenScenarioStateIs("free")
                .willReturn(okJson(wire.answer)));
        FakePause pause = new FakePause();

        ModelAnswer answer = new RetryingChannel(wire.channel(), 4, pause).ask(call(0));

        assertThat(answer.message().text()).isEqualTo("forty");
        assertThat(pause.waits()).extracting(Duration::toSeconds).containsExactly(17L, 2L);
    }

    @ParameterizedTest
    @EnumSource
    void should_tell_what_went_wrong(Wire wire) {
        assertFails(wire, Kind.SERVER_ERROR, true, aResponse().withStatus(500));
        assertFails(wire, Kind.SERVER_ERROR, true, aResponse().withStatus(503).withBody("<html>busy</html>"));
        assertFails(wire, Kind.REJECTED, false, aResponse().withStatus(400).withBody("{\"error\":\"too long\"}"));
        assertFails(
                wire, Kind.REJECTED, false, aResponse().withStatus(302).withHeader("Location", "http://elsewhere/"));
        assertFails(wire, Kind.CONNECTION, true, aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertFails(wire, Kind.CONNECTION, true, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        assertFails(wire, Kind.CONNECTION, true, aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertFails(
                wire, Kind.GARBLED, false, aResponse().withBody(wire.answer.substring(0, wire.answer.length() / 2)));
        assertFails(wire, Kind.GARBLED, false, aResponse().withBody("<html>Sign in</html>"));
        assertFails(wire, Kind.GARBLED, false, aResponse().withBody("{}"));
        assertFails(wire, Kind.GARBLED, false, aResponse().withBody(""));
        assertFails(wire, Kind.GARBLED, false, aResponse().withBody("[]"));
    }

    @ParameterizedTest
    @EnumSource
    void should_give_up_on_an_answer_that_does_not_come_or_does_not_end(Wire wire) {
        ModelChannel hasty = wire.channel(Optional.of(KEY), Duration.ofMillis(400));
        SERVER.stubFor(post(anyUrl()).willReturn(okJson(wire.answer).withFixedDelay(60_000)));
        assertThat(failure(hasty).kind()).isEqualTo(Kind.TIMEOUT);
        SERVER.resetAll();
        SERVER.stubFor(post(anyUrl()).willReturn(okJson(wire.answer).withChunkedDribbleDelay(20, 60_000)));
        assertThat(failure(hasty).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_without_an_end_should_not_fill_the_memory(Wire wire) {
        SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withBody(new byte[9 << 20])));
        assertThat(failure(wire.channel()).kind()).isEqualTo(Kind.CONNECTION);
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_key_or_an_unknown_model_should_end_the_run_without_telling_the_key(Wire wire) {
        for (int status : new int[] {401, 403, 404}) {
            SERVER.resetAll();
            SERVER.stubFor(post(anyUrl())
                    .willReturn(aResponse().withStatus(status).withBody("Incorrect API key provided: " + KEY)));
            assertThatExceptionOfType(ModelStop.class)
                    .isThrownBy(() -> wire.channel().ask(call(0)))
                    .withMessageContaining("HTTP " + status)
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(KEY));
        }
        SERVER.resetAll();
        SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(422).withBody("bad: " + KEY)));
        assertThat(failure(wire.channel())).hasMessageContaining("bad: ***").hasNoCause();
    }

    @Test
    void should_connect_to_nobody_if_nobody_is_there() {
        Endpoint nowhere = new Endpoint("http://localhost:1/v1", Optional.empty(), Duration.ofSeconds(30));
        ModelSettings settings = new ModelSettings("m", Optional.empty(), Optional.empty(), 64, 0);
        assertThat(failure(RemoteModels.openAi(nowhere, settings)).kind()).isEqualTo(Kind.CONNECTION);
    }

    @Test
    void a_server_without_a_key_should_be_sent_none() {
        SERVER.stubFor(post(anyUrl()).willReturn(okJson(OPENAI)));
        Wire.OPENAI_CHAT.channel(Optional.empty(), Duration.ofSeconds(30)).ask(call(0));
        SERVER.verify(postRequestedFor(anyUrl()).withHeader("Authorization", absent()));
    }

    @Test
    void an_endpoint_should_print_neither_key_nor_user() {
        Endpoint endpoint =
                new Endpoint("https://me:secret@models.example:8443/v1", Optional.of(KEY), Duration.ofSeconds(1));
        assertThat(endpoint).hasToString("models.example:8443");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Endpoint("ftp://x", Optional.of(KEY), Duration.ofSeconds(1)))
                .withMessage("the base URL must begin with http:// or https://");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Endpoint("https://x", Optional.of(KEY), Duration.ZERO))
                .withMessageContaining("timeout");
    }

    private static void assertFails(Wire wire, Kind kind, boolean retryable, ResponseDefinitionBuilder response) {
        SERVER.resetAll();
        SERVER.stubFor(post(anyUrl()).willReturn(response));
        ModelFailure failure = failure(wire.channel());
        assertThat(failure.kind()).as(wire + " " + response.build()).isEqualTo(kind);
        assertThat(failure.isRetryable()).as(wire + " " + kind).isEqualTo(retryable);
        assertThat(failure.toString()).doesNotContain(KEY);
    }

    private static ModelFailure failure(ModelChannel channel) {
        return catchThrowableOfType(ModelFailure.class, () -> channel.ask(call(0)));
    }

    /** A question, a call of the retrieve tool, and what it returned. */
    private static ModelCall call(int draw) {
        return new ModelCall(
                ChatRequest.builder()
                        .messages(
                                SystemMessage.from("Answer."),
                                UserMessage.from("How many?"),
                                AiMessage.from(ToolExecutionRequest.builder()
                                        .id("look_0_0_0")
                                        .name("headroom_retrieve")
                                        .arguments("{\"ref\":\"abc\"}")
                                        .build()),
                                ToolExecutionResultMessage.from("look_0_0_0", "headroom_retrieve", "40 connections"))
                        .parameters(ChatRequestParameters.builder()
                                .modelName("m")
                                .temperature(0.0)
                                .maxOutputTokens(64)
                                .toolSpecifications(TOOL)
                                .build())
                        .build(),
                draw);
    }
}
