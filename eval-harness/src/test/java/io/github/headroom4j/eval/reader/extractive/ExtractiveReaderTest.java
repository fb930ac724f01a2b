package io.github.headroom4j.eval.reader.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.reader.PassageView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractiveReaderTest {

    private static final ExtractiveReader READER = new ExtractiveReader();

    private static final String REFERENCE = """
            ### fetch.max.wait.ms

            The maximum amount of time the server will block before answering the fetch request if there is not \
            sufficient data.

            - Type: int
            - Default: 500
            - Valid Values: [0,...]

            ### isolation.level

            Controls how to read messages written transactionally. If set to read_committed, consumer.poll() will only \
            return transactional messages which have been committed.

            - Type: string
            - Default: read_uncommitted
            - Valid Values: [read_committed, read_uncommitted]

            ### group.instance.id

            A unique identifier of the consumer instance provided by the end user. If set, the consumer is treated as a \
            static member.

            - Type: string""";

    private static final String HISTORY = """
            The bridge over the river Tamar was opened on 2 May 1859 by Prince Albert. It was designed by Isambard Kingdom \
            Brunel and carries a single railway track.

            Work on the lighthouse began in 1756 because the wooden tower had burnt down. It was built of 1,493 blocks of \
            granite under John Smeaton.

            The harbour lies in Plymouth Sound. Its breakwater is 1,560 metres long and protects the anchorage.""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the default value of fetch.max.wait.ms?|500",
                "I left isolation.level out of the configuration. What value applies?|read_uncommitted",
                "What is the default maximum time the server will block before answering a fetch request?|500",
                "What are the valid values of isolation.level?|[read_committed, read_uncommitted]",
                "Which option controls how transactional messages are read?|isolation.level",
                "What is the name of the setting that makes the consumer a static member?|group.instance.id",
            })
    void should_read_option_references(String question, String answer) {
        assertThat(answer(question, REFERENCE)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "What is the default value of group.instance.id?",
        "What is the default value of fetch.isolation.id?",
        "What are the valid values of session.timeout.max?",
    })
    void should_say_nothing_of_an_option_that_has_no_such_fact_or_is_not_there(String question) {
        assertThat(answer(question, REFERENCE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Under whom was the lighthouse built of granite?|John Smeaton",
                "How many blocks of granite was the lighthouse built of?|1,493",
                "When did work on the lighthouse begin?|1756",
            })
    void should_copy_spans_of_the_wanted_kind(String question, String answer) {
        assertThat(answer(question, HISTORY)).isEqualTo(answer);
    }

    @Test
    void should_say_yes_or_no_by_whether_the_sentence_denies() {
        String text = "Minor versions can be skipped. An upgraded server can not be downgraded without a restore.";
        assertThat(answer("Can minor versions be skipped?", text)).isEqualTo("yes");
        assertThat(answer("Can an upgraded server be downgraded?", text)).isEqualTo("no");
    }

    @Test
    void should_say_nothing_where_no_sentence_is_about_the_question() {
        assertThat(answer("Which colour does the mascot of the orchestra have?", HISTORY))
                .isEmpty();
        assertThat(answer("Who designed the bridge?", "")).isEmpty();
        assertThat(answer("", HISTORY)).isEmpty();
    }

    @Test
    void should_search_for_nothing_since_the_passages_were_searched_for_this_question() {
        AiMessage reply = reply("What is the default value of session.timeout.max?", REFERENCE, List.of(), true);

        assertThat(reply.toolExecutionRequests()).isEmpty();
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void should_read_text_without_blanks_and_endless_names() {
        String opaque = "A+/9".repeat(50_000) + " a.b".repeat(10) + ".c".repeat(20_000);
        assertThat(answer("When did work on the lighthouse begin?", opaque + "\n\n" + HISTORY))
                .isEqualTo("1756");
    }

    @Test
    void should_answer_the_same_on_every_call() {
        for (int i = 0; i < 3; i++) {
            assertThat(answer("Who opened the bridge?", HISTORY))
                    .isEqualTo(new ExtractiveReader()
                            .reply(view("Who opened the bridge?", HISTORY, List.of(), false))
                            .text());
        }
    }

    private static String answer(String question, String text) {
        return reply(question, text, List.of(), false).text();
    }

    private static AiMessage reply(String question, String text, List<String> slices, boolean canSearch) {
        return READER.reply(view(question, text, slices, canSearch));
    }

    private static PassageView view(String question, String text, List<String> slices, boolean canSearch) {
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from("The view says it all."))
                .build();
        return new PassageView(
                request, question, text, slices, canSearch ? Optional.of("0123456789ab") : Optional.empty());
    }
}
