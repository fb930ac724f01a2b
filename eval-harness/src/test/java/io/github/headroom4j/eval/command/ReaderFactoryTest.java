package io.github.headroom4j.eval.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import io.github.headroom4j.eval.job.RunReader;
import io.github.headroom4j.eval.reader.model.limit.FakePause;
import io.github.headroom4j.eval.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReaderFactoryTest {

    private final Path folder;

    ReaderFactoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_be_deterministic_unless_told_otherwise() {
        RunReader reader = make(Map.of());
        assertThat(reader.about()).isEqualTo(Report.ReaderAbout.DETERMINISTIC);
        assertThat(reader.fingerprint()).isEmpty();
        assertThat(reader.spent()).isEmpty();
        assertThat(new ReaderOptions().describe()).isEmpty();
    }

    @Test
    void what_a_model_answered_should_not_land_among_the_committed_reports() {
        try (RunReader ollama = make(Map.of(), "--reader", "ollama", "--model", "m")) {
            assertThat(EvalFolders.standardReports(folder, false, ollama.about()))
                    .isEqualTo(folder.resolve("target/model"));
        }
        try (RunReader programs = make(Map.of())) {
            assertThat(EvalFolders.standardReports(folder, false, programs.about()))
                    .isEqualTo(folder.resolve("reports"));
            assertThat(EvalFolders.standardReports(folder, true, programs.about()))
                    .isEqualTo(folder.resolve("target/imported"));
        }
    }

    @Test
    void should_take_server_and_prices_from_where_they_are_given() throws IOException {
        Files.writeString(folder.resolve("prices.csv"), "model,input,output\nm,1,2\n");
        Map<String, String> environment = Map.of("OLLAMA_BASE_URL", "http://here:1", "MY_KEY", "secret");
        try (RunReader ollama = make(environment, "--reader", "ollama", "--model", "m", "--prices", "prices.csv")) {
            assertThat(ollama.fingerprint()).contains("http://here:1", "contextTokens=32768");
            assertThat(ollama.spent()).contains("0 tokens in, 0 out, cost 0");
        }
        try (RunReader anthropic =
                make(environment, "--reader", "anthropic", "--model", "m", "--api-key-env", "MY_KEY")) {
            assertThat(anthropic.fingerprint())
                    .contains("https://api.anthropic.com")
                    .doesNotContain("secret");
        }
        assertWrong(
                "prices.csv has no row for the model 'x'",
                "--reader",
                "ollama",
                "--model",
                "x",
                "--prices",
                "prices.csv");
        assertWrong(
                "the variable OTHER of the environment is not set",
                "--reader",
                "openai",
                "--model",
                "m",
                "--api-key-env",
                "OTHER");
    }

    @Test
    void should_name_what_is_wrong_with_options() {
        assertWrong("unknown reader 'oracle'; known are deterministic, openai", "--reader", "oracle");
        assertWrong("the reader ollama needs --model NAME", "--reader", "ollama");
        assertWrong("the reader llama needs --gguf FILE", "--reader", "llama");
        assertWrong("none.gguf", "--reader", "llama", "--gguf", "none.gguf");
        assertWrong(
                "needs a key, but the variable ANTHROPIC_API_KEY of the environment is not set",
                "--reader",
                "anthropic",
                "--model",
                "m");
        assertWrong("--max-cost needs --price-input", "--reader", "openai", "--model", "m", "--max-cost", "1");
        assertWrong(
                "--price-input and --price-output go together",
                "--reader",
                "openai",
                "--model",
                "m",
                "--price-input",
                "1");
        assertWrong(
                "--record and --replay exclude",
                "--reader",
                "openai",
                "--model",
                "m",
                "--record",
                "a",
                "--replay",
                "b");
        assertWrong("--repeats must be at least 1, but was 0", "--reader", "openai", "--model", "m", "--repeats", "0");
        assertWrong(
                "--temperature must be a number or none, but was 'hot'",
                "--reader",
                "openai",
                "--model",
                "m",
                "--temperature",
                "hot");
        assertWrong("options of language models need --reader", "--model", "m");
        assertWrong("must begin with http", "--reader", "openai", "--model", "m", "--base-url", "x");
    }

    private void assertWrong(String message, String... args) {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> make(Map.of(), args))
                .withMessageContaining(message);
    }

    private RunReader make(Map<String, String> environment, String... args) {
        ReaderOptions parsed = new ReaderOptions();
        new CommandLine(parsed).parseArgs(args);
        return new ReaderFactory(parsed, folder, environment::get, new FakePause()).make();
    }
}
