package io.github.headroom4j.eval.reader.model.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelFailure.Kind;
import io.github.headroom4j.eval.reader.model.ModelStop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassetteChannelTest {

    private static final Map<String, String> MODEL = Map.of("provider", "openai", "model", "m");

    private final Path folder;
    private int asked;

    CassetteChannelTest(@TempDir Path folder) {
        this.folder = folder.resolve("cassette");
    }

    @Test
    void should_ask_once_and_replay_the_same() {
        ModelAnswer text = new ModelAnswer(AiMessage.from("forty \"} ☃"), 21, 3);
        ModelAnswer calls = new ModelAnswer(
                AiMessage.from(ToolExecutionRequest.builder()
                        .id("x")
                        .name("headroom_retrieve")
                        .arguments("{\"ref\":\"abc\"}")
                        .build()),
                -1,
                -1);
        CassetteChannel recording = recording(call -> call.draw() == 0 ? text : calls);
        recording.ask(call("How many?", 0));
        recording.ask(call("How many?", 0));
        recording.ask(call("How many?", 1));
        assertThat(asked).isEqualTo(2);

        CassetteChannel replaying = CassetteChannel.replaying(folder, MODEL);
        assertThat(replaying.ask(call("How many?", 0))).isEqualTo(text);
        assertThat(replaying.ask(call("How many?", 1)).message().toolExecutionRequests())
                .isEqualTo(calls.message().toolExecutionRequests());
        assertThat(replaying.ask(call("How many?", 1)).inputTokens()).isEqualTo(-1);
    }

    @Test
    void should_replay_a_failure_but_ask_again_when_it_records() {
        CassetteChannel failing = recording(call -> {
            throw new ModelFailure(Kind.TIMEOUT, "no answer in time");
        });
        assertFails(failing);
        assertFails(CassetteChannel.replaying(folder, MODEL));
        assertThat(asked).isEqualTo(1);
        ModelAnswer later = new ModelAnswer(AiMessage.from("forty"), 1, 1);
        assertThat(recording(call -> later).ask(call("How many?", 0))).isEqualTo(later);
        assertThat(CassetteChannel.replaying(folder, MODEL).ask(call("How many?", 0)))
                .isEqualTo(later);
    }

    private static void assertFails(CassetteChannel channel) {
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> channel.ask(call("How many?", 0)))
                .withMessage("no answer in time")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.TIMEOUT));
    }

    @Test
    void a_miss_should_name_the_key_and_what_differs_from_the_nearest_request() {
        assertMiss("How many?").withMessageContaining("nothing is recorded there");
        CassetteChannel recording = recording(call -> new ModelAnswer(AiMessage.from("!"), 1, 1));
        recording.ask(call("Who designed the cache, and where was she born?", 0));
        recording.ask(call("How many connections does the pool hold at most?", 3));
        recording.ask(call("How many connections does the pool hold at least?", 0));

        String key = CanonicalRequest.of(call("How many connections does the pool hold at last?", 0), MODEL)
                .key();
        assertMiss("How many connections does the pool hold at last?")
                .withMessageContaining("no answer to the request " + key)
                .withMessageContaining("which differs in 1 place: ")
                .withMessageContaining("/messages/1/text from character 44 is 'ast?', recorded was 'east?'");
        assertThat(key).matches("[0-9a-f]{64}");
    }

    @Test
    void should_notice_files_that_were_changed() throws IOException {
        recording(call -> new ModelAnswer(AiMessage.from("!"), 1, 1)).ask(call("How many?", 0));
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.toList().get(0);
        }
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("How many?", "How much?"));
        assertThatExceptionOfType(ModelStop.class)
                .isThrownBy(() -> CassetteChannel.replaying(folder, MODEL).ask(call("How many?", 0)))
                .withMessageContaining("it was changed or renamed");
        Files.writeString(file, whole.substring(0, 40));
        assertThatExceptionOfType(ModelStop.class)
                .isThrownBy(() -> CassetteChannel.replaying(folder, MODEL).ask(call("How many?", 0)))
                .withMessageContaining("cannot be read");
        Files.writeString(file, "{\"format\":2}");
        assertThatExceptionOfType(ModelStop.class)
                .isThrownBy(() -> CassetteChannel.replaying(folder, MODEL).ask(call("How many?", 0)))
                .withMessageContaining("no recorded answer of format 1");
    }

    private ThrowableAssertAlternative<ModelStop> assertMiss(String question) {
        return assertThatExceptionOfType(ModelStop.class)
                .isThrownBy(() -> CassetteChannel.replaying(folder, MODEL).ask(call(question, 0)));
    }

    private CassetteChannel recording(ModelChannel next) {
        return CassetteChannel.recording(folder, MODEL, call -> {
            asked++;
            return next.ask(call);
        });
    }

    private static ModelCall call(String question, int draw) {
        return new ModelCall(
                ChatRequest.builder()
                        .messages(List.of(SystemMessage.from("Answer."), UserMessage.from(question)))
                        .parameters(ChatRequestParameters.builder()
                                .modelName("m")
                                .temperature(0.0)
                                .build())
                        .build(),
                draw);
    }
}
