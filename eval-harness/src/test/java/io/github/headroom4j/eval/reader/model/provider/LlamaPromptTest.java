package io.github.headroom4j.eval.reader.model.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlamaPromptTest {

    private static final ToolExecutionRequest CALL = ToolExecutionRequest.builder()
            .id("call_0")
            .name("headroom_retrieve")
            .arguments("{\"ref\":\"abc\"}")
            .build();

    @Test
    void should_tell_tools_calls_and_results_in_words() {
        LlamaPrompt prompt = LlamaPrompt.of(ChatRequest.builder()
                .messages(
                        SystemMessage.from("Answer."),
                        UserMessage.from("How many?"),
                        AiMessage.from(CALL),
                        ToolExecutionResultMessage.from("call_0", "headroom_retrieve", "40"))
                .toolSpecifications(
                        ToolSpecification.builder().name("headroom_retrieve").build())
                .build());
        assertThat(prompt.system()).startsWith("Answer.").contains("<tools>", "headroom_retrieve", "<tool_call>");
        assertThat(prompt.turns())
                .containsExactly(
                        new LlamaPrompt.Turn(false, "How many?"),
                        new LlamaPrompt.Turn(
                                true,
                                "<tool_call>{\"name\": \"headroom_retrieve\", \"arguments\":"
                                        + " {\"ref\":\"abc\"}}</tool_call>"),
                        new LlamaPrompt.Turn(false, "<tool_response>\n40\n</tool_response>"));
        assertThat(LlamaPrompt.reply(prompt.turns().get(1).text())).isEqualTo(AiMessage.from(CALL));
    }

    @Test
    void without_tools_there_should_be_no_word_of_them() {
        LlamaPrompt prompt = LlamaPrompt.of(ChatRequest.builder()
                .messages(SystemMessage.from("Answer."), UserMessage.from("How many?"))
                .build());
        assertThat(prompt.system()).isEqualTo("Answer.");
    }

    @Test
    void what_is_no_call_should_stay_text() {
        for (String text :
                List.of("forty", "<tool_call>forty</tool_call>", "<tool_call>{\"name\": 1}", "<tool_call>")) {
            assertThat(LlamaPrompt.reply(text)).isEqualTo(AiMessage.from(text));
        }
        assertThat(LlamaPrompt.reply(
                                "<tool_call>{\"name\":\"a\"}</tool_call> <tool_call>{\"name\":\"b\",\"arguments\":{}}")
                        .toolExecutionRequests())
                .extracting(ToolExecutionRequest::name)
                .containsExactly("a", "b");
    }
}
