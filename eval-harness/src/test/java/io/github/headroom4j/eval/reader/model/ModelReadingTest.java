package io.github.headroom4j.eval.reader.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.github.headroom4j.eval.reader.AnswerFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelReadingTest {

    private static final AnswerFormat FORMAT = AnswerFormat.items("An item is a service.");

    private static final ChatRequest REQUEST = ChatRequest.builder()
            .messages(SystemMessage.from("You are on call."), UserMessage.from("Which service?"))
            .toolSpecifications(
                    ToolSpecification.builder().name("headroom_retrieve").build())
            .build();

    private final List<ModelCall> asked = new ArrayList<>();

    @Test
    void should_send_the_captured_request_with_how_to_answer_and_read_the_answer() {
        ModelReading reading = reading(new ModelAnswer(AiMessage.from("{\"items\":[\"root:db\"]}"), 120, 9));

        AiMessage reply = reading.reply(REQUEST, FORMAT);

        assertThat(reply.hasToolExecutionRequests()).isFalse();
        assertThat(reading.items()).containsExactly("root:db");
        ChatRequest sent = asked.get(0).request();
        assertThat(sent.messages())
                .containsExactly(
                        SystemMessage.from("You are on call.\n\n" + FORMAT.instructions()),
                        UserMessage.from("Which service?"));
        assertThat(sent.toolSpecifications()).isEqualTo(REQUEST.toolSpecifications());
        assertThat(sent.modelName()).isEqualTo("m");
        assertThat(reading.outcome().inputTokens()).isEqualTo(120);
        assertThat(reading.outcome().outputTokens()).isEqualTo(9);
        assertThat(reading.outcome().failures()).isEmpty();
    }

    @Test
    void should_read_what_is_said_after_thinking_aloud() {
        ModelReading reading = reading(said("<think>{\"items\":[\"no\"]}</think>{\"items\":[\"yes\"]}"));
        reading.reply(REQUEST, FORMAT);
        assertThat(reading.items()).containsExactly("yes");
        ModelReading cut = reading(said("<think>perhaps {\"items\":[\"no\"]}"));
        cut.reply(REQUEST, FORMAT);
        assertThat(cut.items()).isEmpty();
        assertThat(cut.outcome().failures()).isEqualTo(Map.of("unparsed", 1));
    }

    @Test
    void should_pass_calls_of_tools_on_with_ids_of_its_own() {
        ModelReading reading = reading(calls("x9", "{\"ref\":\"abc\"}", 6), said("{\"items\":[]}"));
        AiMessage reply = reading.reply(REQUEST, FORMAT);
        assertThat(reply.toolExecutionRequests())
                .extracting(ToolExecutionRequest::id)
                .containsExactly("look_0_0_0", "look_0_0_1", "look_0_0_2", "look_0_0_3");
        reading.reply(REQUEST, FORMAT);
        assertThat(reading.outcome().lookups()).isEqualTo(4);
        assertThat(reading.outcome().answers()).isEqualTo(1);
    }

    @Test
    void a_model_that_goes_on_calling_tools_should_have_no_answer() {
        ModelReading reading = reading(calls("x", "{}", 1));
        int rounds = 0;
        while (reading.reply(REQUEST, FORMAT).hasToolExecutionRequests()) {
            rounds++;
        }
        assertThat(rounds).isEqualTo(ModelReading.LOOKUP_ROUNDS);
        assertThat(reading.outcome().failures()).isEqualTo(Map.of("too-many-lookups", 1));
    }

    @Test
    void what_cannot_be_used_should_be_counted_and_wrong() {
        assertFails("unknown-tool", new ModelAnswer(AiMessage.from(call("1", "rm", "{}")), 1, 1));
        assertFails("unparsed", calls("1", "{\"ref\":", 1));
        assertFails("unparsed", calls("1", "[1]", 1));
        assertFails("unparsed", said("It was the database."));
        assertFails("unparsed", new ModelAnswer(AiMessage.builder().build(), 1, 0));
        ModelReading down = new ModelReader(
                        call -> {
                            throw new ModelFailure(ModelFailure.Kind.SERVER_ERROR, "HTTP 500");
                        },
                        parameters(),
                        1)
                .begin(false);
        down.reply(REQUEST, FORMAT);
        assertThat(down.outcome().failures()).isEqualTo(Map.of("server-error", 1));
        assertThat(down.items()).isEmpty();
    }

    @Test
    void a_short_answer_that_is_empty_should_not_pass_for_an_abstention() {
        ModelReading silent = reading(said("  "));
        silent.reply(REQUEST, AnswerFormat.shortAnswer());
        assertThat(silent.outcome().failures()).isEqualTo(Map.of("unparsed", 1));
        ModelReading abstaining = reading(said("not answered"));
        abstaining.reply(REQUEST, AnswerFormat.shortAnswer());
        assertThat(abstaining.outcome().failures()).isEmpty();
    }

    @Test
    void what_ends_a_run_should_go_to_the_caller() {
        ModelReading stopped = new ModelReader(
                        call -> {
                            throw new ModelStop("the budget is spent");
                        },
                        parameters(),
                        1)
                .begin(false);
        assertThatExceptionOfType(ModelStop.class).isThrownBy(() -> stopped.reply(REQUEST, FORMAT));
    }

    @Test
    void every_draw_and_every_session_that_is_read_again_should_be_asked_anew() {
        ModelReader reader = new ModelReader(this::record, parameters(), 3);
        for (int draw = 0; draw < 3; draw++) {
            reader.draw(draw).begin(false).reply(REQUEST, FORMAT);
            reader.draw(draw).begin(true).reply(REQUEST, FORMAT);
        }
        assertThat(asked).extracting(ModelCall::draw).containsExactly(0, 3, 1, 4, 2, 5);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> reader.draw(3))
                .withMessageContaining("3");
    }

    private void assertFails(String kind, ModelAnswer answer) {
        ModelReading reading = reading(answer);
        assertThat(reading.reply(REQUEST, FORMAT).hasToolExecutionRequests()).isFalse();
        assertThat(reading.outcome().failures()).isEqualTo(Map.of(kind, 1));
        assertThat(reading.items()).isEmpty();
    }

    /** A reading in which the model gives these answers, and the last one again and again. */
    private ModelReading reading(ModelAnswer... answers) {
        asked.clear();
        return new ModelReader(
                        call -> {
                            asked.add(call);
                            return answers[Math.min(asked.size(), answers.length) - 1];
                        },
                        parameters(),
                        1)
                .begin(false);
    }

    private ModelAnswer record(ModelCall call) {
        asked.add(call);
        return said("{\"items\":[]}");
    }

    private static ModelAnswer said(String text) {
        return new ModelAnswer(AiMessage.from(text), -1, -1);
    }

    private static ModelAnswer calls(String id, String arguments, int count) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(call(id, "headroom_retrieve", arguments));
        }
        return new ModelAnswer(AiMessage.from(calls), 1, 1);
    }

    private static ToolExecutionRequest call(String id, String name, String arguments) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name(name)
                .arguments(arguments)
                .build();
    }

    private static ChatRequestParameters parameters() {
        return ChatRequestParameters.builder().modelName("m").build();
    }
}
