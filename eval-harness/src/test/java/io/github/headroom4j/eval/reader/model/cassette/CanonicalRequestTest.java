package io.github.headroom4j.eval.reader.model.cassette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.github.headroom4j.eval.reader.model.ModelCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class CanonicalRequestTest {

    private static final Map<String, String> MODEL = Map.of("provider", "openai", "model", "m");

    @Property
    void the_key_should_not_depend_on_the_order_of_maps(
            @ForAll long seed, @ForAll @NotBlank String text, @ForAll @IntRange(min = 2, max = 8) int properties) {
        List<String> names = new ArrayList<>();
        Map<String, String> model = new LinkedHashMap<>();
        for (int i = 0; i < properties; i++) {
            names.add("p" + i);
            model.put("p" + i, text + i);
        }
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, String> other = new LinkedHashMap<>();
        shuffled.forEach(name -> other.put(name, String.valueOf(model.get(name))));

        String key = CanonicalRequest.of(new ModelCall(request(text, names), 0), model)
                .key();

        assertThat(CanonicalRequest.of(new ModelCall(request(text, shuffled), 0), other)
                        .key())
                .isEqualTo(key);
        assertThat(CanonicalRequest.of(new ModelCall(request(text + "!", names), 0), model)
                        .key())
                .isNotEqualTo(key);
    }

    private static ChatRequest request(String text, List<String> properties) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
        properties.forEach(schema::addStringProperty);
        return ChatRequest.builder()
                .messages(UserMessage.from(text))
                .toolSpecifications(ToolSpecification.builder()
                        .name("t")
                        .parameters(schema.build())
                        .build())
                .build();
    }

    @Property
    void different_texts_should_have_different_keys(@ForAll @NotBlank String one, @ForAll @NotBlank String other) {
        assertThat(keyOf(List.of(UserMessage.from(one))).equals(keyOf(List.of(UserMessage.from(other)))))
                .isEqualTo(one.equals(other));
    }

    @Test
    void every_message_and_every_part_of_it_should_change_the_key() {
        ToolExecutionRequest call = call("1", "t", "{}");
        List<List<ChatMessage>> all = List.of(
                List.of(UserMessage.from("a")),
                List.of(UserMessage.from("bob", "a")),
                List.of(SystemMessage.from("a")),
                List.of(AiMessage.from("a")),
                List.of(AiMessage.builder().text("a").thinking("b").build()),
                List.of(AiMessage.from("a", List.of(call))),
                List.of(AiMessage.from("a", List.of(call, call))),
                List.of(AiMessage.from("a", List.of(call("2", "t", "{}")))),
                List.of(AiMessage.from("a", List.of(call("1", "u", "{}")))),
                List.of(AiMessage.from("a", List.of(call("1", "t", "{ }")))),
                List.of(ToolExecutionResultMessage.from("1", "t", "a")),
                List.of(ToolExecutionResultMessage.from("2", "t", "a")),
                List.of(ToolExecutionResultMessage.from("1", "u", "a")),
                List.of(ToolExecutionResultMessage.builder()
                        .id("1")
                        .toolName("t")
                        .text("a")
                        .isError(true)
                        .build()),
                List.of(SystemMessage.from("a"), UserMessage.from("a")),
                List.of(UserMessage.from("a"), SystemMessage.from("a")));
        assertThat(all.stream().map(CanonicalRequestTest::keyOf)).doesNotHaveDuplicates();
    }

    @Test
    void every_parameter_tool_model_and_draw_should_change_the_key() {
        List<Consumer<DefaultChatRequestParameters.Builder<?>>> changes = List.of(
                parameters -> {},
                parameters -> parameters.modelName("m"),
                parameters -> parameters.temperature(0.5),
                parameters -> parameters.topP(0.5),
                parameters -> parameters.topK(5),
                parameters -> parameters.frequencyPenalty(0.5),
                parameters -> parameters.presencePenalty(0.5),
                parameters -> parameters.maxOutputTokens(5),
                parameters -> parameters.stopSequences("x"),
                parameters -> parameters.toolSpecifications(
                        ToolSpecification.builder().name("t").build()),
                parameters -> parameters.toolSpecifications(
                        ToolSpecification.builder().name("t").description("d").build()),
                parameters -> parameters.toolChoice(ToolChoice.REQUIRED),
                parameters -> parameters.responseFormat(ResponseFormat.JSON));
        List<String> keys = new ArrayList<>();
        for (Consumer<DefaultChatRequestParameters.Builder<?>> change : changes) {
            DefaultChatRequestParameters.Builder<?> builder = ChatRequestParameters.builder();
            change.accept(builder);
            ChatRequest request = ChatRequest.builder()
                    .messages(UserMessage.from("a"))
                    .parameters(builder.build())
                    .build();
            keys.add(CanonicalRequest.of(new ModelCall(request, 0), MODEL).key());
        }
        ChatRequest plain =
                ChatRequest.builder().messages(UserMessage.from("a")).build();
        keys.add(CanonicalRequest.of(new ModelCall(plain, 1), MODEL).key());
        keys.add(CanonicalRequest.of(new ModelCall(plain, 0), Map.of("provider", "ollama", "model", "m"))
                .key());
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void the_key_should_be_the_same_on_every_machine() {
        assertThat(keyOf(List.of(SystemMessage.from("Be brief."), UserMessage.from("Wie viele? ☃"))))
                .isEqualTo("b373a7d5a031c6d1bf966c2d0609c84c87246ce7b73d1d92fc9ef4d069859668");
    }

    private static String keyOf(List<ChatMessage> messages) {
        return CanonicalRequest.of(
                        new ModelCall(ChatRequest.builder().messages(messages).build(), 0), MODEL)
                .key();
    }

    private static ToolExecutionRequest call(String id, String name, String arguments) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name(name)
                .arguments(arguments)
                .build();
    }
}
