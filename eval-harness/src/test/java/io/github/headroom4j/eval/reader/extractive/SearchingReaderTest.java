package io.github.headroom4j.eval.reader.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.reader.PassageView;
import io.github.headroom4j.eval.reader.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchingReaderTest {

    private static final SearchingReader READER = new SearchingReader();

    private static final String PRUNED = "The harbour lies in Plymouth Sound.";

    private static final String LIGHTHOUSE = "It was in 1756 that work on the lighthouse could begin.";

    private static final String FOUND = """
            [grep /lighthouse|work|begin/: 30 of 90 lines match, the 3 with most of it, numbered:]
            4:The work was paid for by the city.
            --
            40-
            41:Work on the second lighthouse did not begin before all was paid.
            --
            77:A lighthouse stands on the rock.
            """;

    @Test
    void should_answer_at_once_what_is_in_sight() {
        AiMessage reply = reply("When did work on the lighthouse begin?", LIGHTHOUSE);

        assertThat(reply.toolExecutionRequests()).isEmpty();
        assertThat(reply.text()).isEqualTo("1756");
    }

    @Test
    void should_search_for_any_of_the_words_or_for_a_name() {
        assertThat(call("When did work on the lighthouse begin?", PRUNED))
                .contains("\"ref\":\"0123456789ab\"", "\"grep\":\"lighthouse|begin|work\"");
        assertThat(call("What is the default value of fetch.max.wait.ms?", PRUNED))
                .contains("\"grep\":\"fetch\\\\.max\\\\.wait\\\\.ms\"");
    }

    @Test
    void should_read_around_the_found_line_that_holds_most_and_then_answer() {
        String question = "When did work on the lighthouse of the Eddystone rocks near Plymouth begin?";
        assertThat(call(question, PRUNED, FOUND)).contains("\"lines\":\"39-53\"");

        AiMessage last = reply(question, PRUNED, FOUND, "[lines 39-53 of 90]\n" + LIGHTHOUSE + "\n");
        assertThat(last.toolExecutionRequests()).isEmpty();
        assertThat(last.text()).isEqualTo("1756");
    }

    @Test
    void should_say_nothing_when_the_search_found_nothing() {
        AiMessage reply = reply(
                "When did work on the lighthouse begin?", PRUNED, "[grep /x/ matches none of the 90 lines searched]\n");

        assertThat(reply.toolExecutionRequests()).isEmpty();
        assertThat(reply.text()).isEmpty();
    }

    private static String call(String question, String context, String... results) {
        return reply(question, context, results).toolExecutionRequests().get(0).arguments();
    }

    private static AiMessage reply(String question, String context, String... results) {
        List<ChatMessage> messages = new ArrayList<>(List.of(UserMessage.from(context)));
        for (String result : results) {
            messages.add(ToolExecutionResultMessage.from("1", "headroom_retrieve", result));
        }
        List<String> slices = List.of(results).stream()
                .map(text -> Slices.exact(text).orElseGet(() -> String.join("\n", Slices.lines(text))))
                .toList();
        ChatRequest request = ChatRequest.builder().messages(messages).build();
        return READER.reply(new PassageView(request, question, context, slices, Optional.of("0123456789ab")));
    }
}
