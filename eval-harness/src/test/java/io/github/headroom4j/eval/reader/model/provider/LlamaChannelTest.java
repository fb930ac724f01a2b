package io.github.headroom4j.eval.reader.model.provider;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.Reading;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.RagRunner;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real model in this process. Tests that need one read the file that the variable HEADROOM_GGUF of the environment names, for
 * instance a SmolLM2-135M-Instruct, and are skipped without it.
 */
class LlamaChannelTest {

    private static final String VARIABLE = "HEADROOM_GGUF";

    @Test
    void should_answer_a_question_the_same_way_every_time() {
        try (LlamaChannel channel = load(1_024)) {
            ModelAnswer answer = channel.ask(call("What is the capital of France?"));
            assertThat(answer.message().text()).contains("Paris");
            assertThat(answer.inputTokens()).isBetween(20L, 60L);
            assertThat(answer.outputTokens()).isBetween(1L, 32L);
            channel.ask(call("What is the capital of Italy?"));
            assertThat(channel.ask(call("What is the capital of France?"))).isEqualTo(answer);
        }
    }

    @Test
    void should_read_passages_in_a_replayed_session() {
        try (LlamaChannel channel = load(2_048)) {
            ModelReader model = new ModelReader(channel, settings(2_048).parameters(), 1);
            TokenCounter counter = TokenCounter.o200k();
            CaseRunner runner = new RagRunner("rag", model, new RagArms(counter, RagFixture.embeddings()), counter);
            CaseResult result = runner.begin(RagFixture.named("pool-size")).in("none");
            Reading reading = requireNonNull(result.reading());
            assertThat(reading.answers()).isEqualTo(1);
            assertThat(reading.failures()).isEmpty();
            assertThat(reading.inputTokens()).isBetween(500L, 2_000L);
        }
    }

    @Test
    void should_say_so_if_a_request_is_too_long_for_the_context() {
        try (LlamaChannel channel = load(256)) {
            assertThatExceptionOfType(ModelFailure.class)
                    .isThrownBy(() -> channel.ask(call("word ".repeat(300))))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ModelFailure.Kind.TOO_LONG))
                    .withMessageContaining("256");
            // And goes on.
            assertThat(channel.ask(call("Say yes.")).message().text()).isNotBlank();
        }
    }

    @Test
    void should_say_what_is_wrong_with_the_file(@TempDir Path folder) throws IOException {
        ModelSettings settings = settings(256);
        assertThatExceptionOfType(ModelStop.class)
                .isThrownBy(() -> LlamaChannel.load(folder.resolve("none.gguf"), settings, Duration.ofMinutes(1)))
                .withMessageContaining("none.gguf is no file");
        assumeTrue(System.getenv(VARIABLE) != null, VARIABLE + " names no model");
        Path text = Files.writeString(folder.resolve("text.gguf"), "This is no model.");
        assertThatExceptionOfType(ModelStop.class)
                .isThrownBy(() -> LlamaChannel.load(text, settings, Duration.ofMinutes(1)))
                .withMessageContaining("text.gguf");
    }

    private static LlamaChannel load(int context) {
        String file = System.getenv(VARIABLE);
        assumeTrue(file != null, VARIABLE + " names no model");
        return LlamaChannel.load(Path.of(String.valueOf(file)), settings(context), Duration.ofMinutes(5));
    }

    private static ModelSettings settings(int context) {
        return new ModelSettings("gguf", Optional.of(0.0), Optional.of(1), 32, context);
    }

    private static ModelCall call(String question) {
        return new ModelCall(
                ChatRequest.builder()
                        .messages(SystemMessage.from("Answer in one word."), UserMessage.from(question))
                        .build(),
                0);
    }
}
