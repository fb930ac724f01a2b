package io.github.headroom4j.tool;

import static io.github.headroom4j.tool.ToolFixtures.headroom;
import static io.github.headroom4j.tool.ToolFixtures.line;
import static io.github.headroom4j.tool.ToolFixtures.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.AiServices;
import io.github.headroom4j.original.OriginalMarker;
import org.junit.jupiter.api.Test;

/** A model reads a compressed result, follows its marker, and gets the exact text. */
final class RetrieveJourneyTest {

    interface Assistant {
        String chat(String question);
    }

    static final class LogTools {
        @Tool("Reads the log of a service")
        String readLog(String service) {
            return log(service);
        }
    }

    @Test
    void the_model_reads_the_error_at_once_and_the_rest_on_demand() {
        ScriptedChatModel model = new ScriptedChatModel()
                .calls("1", "readLog", "{\"service\":\"pay\"}")
                .turns(request -> retrieve("2", request, "\"lines\":\"575-579\""))
                .says("The pool was exhausted.");
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom(), new LogTools()))
                .build();

        assertThat(assistant.chat("Why was r-577 refused?")).isEqualTo("The pool was exhausted.");

        String log = log("pay");
        String compressed =
                ScriptedChatModel.lastToolResult(model.requests().get(1)).text();
        assertThat(compressed).contains(line(log, 577)).contains("… 575 lines (2-576)");
        assertThat(compressed.length()).isLessThan(log.length() / 50);
        assertThat(model.lastToolResult().text())
                .isEqualTo("[lines 575-579 of 1000]\n" + line(log, 575) + "\n" + line(log, 576) + "\n" + line(log, 577)
                        + "\n" + line(log, 578) + "\n" + line(log, 579) + "\n");
    }

    private static AiMessage retrieve(String id, ChatRequest request, String selector) {
        String ref = OriginalMarker.refAtEndOf(
                        ScriptedChatModel.lastToolResult(request).text())
                .orElseThrow();
        return AiMessage.from(
                ScriptedChatModel.call(id, "headroom_retrieve", "{\"ref\":\"" + ref + "\"," + selector + "}"));
    }
}
