package io.github.headroom4j.eval.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatModelReaderTest {

    private final List<ChatRequest> sent = new ArrayList<>();
    private final ToolSpecification tool =
            ToolSpecification.builder().name("headroom_retrieve").build();

    @Test
    void should_send_the_captured_request_with_an_instruction() {
        AiMessage reply = reader(AiMessage.from(" 40 \n"))
                .reply(view(SystemMessage.from("Answer from the manual."), UserMessage.from("How many? … 40 …")));

        assertThat(reply.text()).isEqualTo("40");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).messages())
                .containsExactly(
                        SystemMessage.from("Answer from the manual.\n\n" + ChatModelReader.INSTRUCTION),
                        UserMessage.from("How many? … 40 …"));
        assertThat(sent.get(0).toolSpecifications()).containsExactly(tool);
    }

    @Test
    void should_instruct_models_of_agents_without_a_system_prompt() {
        reader(AiMessage.from("40")).reply(view(UserMessage.from("How many?")));
        assertThat(sent.get(0).messages()).first().isEqualTo(SystemMessage.from(ChatModelReader.INSTRUCTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not answered", "Not answered.", "\"Unanswerable\"", "N/A", "  "})
    void should_take_a_reply_that_there_is_no_answer_for_none(String reply) {
        assertThat(reader(AiMessage.from(reply))
                        .reply(view(UserMessage.from("Why?")))
                        .text())
                .isEmpty();
    }

    @Test
    void should_let_the_model_read_back() {
        AiMessage call = AiMessage.from(ToolExecutionRequest.builder()
                .id("1")
                .name("headroom_retrieve")
                .arguments("{}")
                .build());
        assertThat(reader(call).reply(view(UserMessage.from("Why?")))).isSameAs(call);
    }

    private ChatModelReader reader(AiMessage reply) {
        return new ChatModelReader(new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                sent.add(request);
                return ChatResponse.builder().aiMessage(reply).build();
            }
        });
    }

    private PassageView view(dev.langchain4j.data.message.ChatMessage... messages) {
        ChatRequest request = ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(tool)
                .build();
        return new PassageView(request, "Why?", "", List.of(), Optional.empty());
    }
}
