package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.RunReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who answers. A mixin for commands that run cases. Filled by picocli, read only afterwards. */
final class ReaderOptions {

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description =
                    "Who answers: deterministic (programs, one per workload, offline; the default), openai (or any"
                            + " server with its interface), anthropic, ollama, llama (a GGUF file, in this process). Reports of a model go to"
                            + " target/model by default.")
    String reader = RunReader.DETERMINISTIC;

    @Option(names = "--model", paramLabel = "NAME", description = "The model's name at its server.")
    @Nullable
    String model;

    @Option(names = "--gguf", paramLabel = "FILE", description = "The model of the reader llama.")
    @Nullable
    Path gguf;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The model's server; else OPENAI_BASE_URL, ANTHROPIC_BASE_URL or OLLAMA_BASE_URL of the"
                    + " environment, else the provider's own.")
    @Nullable
    String baseUrl;

    @Option(
            names = "--api-key-env",
            paramLabel = "NAME",
            description = "The variable of the environment that holds the key; OPENAI_API_KEY or ANTHROPIC_API_KEY by"
                    + " default. The key itself is no option, for options can be seen by other users of the"
                    + " machine.")
    @Nullable
    String apiKeyEnv;

    @Option(
            names = "--temperature",
            paramLabel = "T|none",
            description = "0 by default; none sends none, for models that want none.")
    String temperature = "0";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Sent where the interface knows one; later draws count on.")
    @Nullable
    Integer seed;

    @Option(
            names = "--max-output-tokens",
            paramLabel = "N",
            description = "Tokens of an answer at most; default: ${DEFAULT-VALUE}.")
    int maxOutputTokens = 1_024;

    @Option(
            names = "--context-tokens",
            paramLabel = "N",
            description =
                    "Tokens of request and answer together, for ollama (which cuts longer requests silently; default"
                            + " 32768) and llama (where longer ones count as wrong; default 8192).")
    int contextTokens = 0;

    @Option(names = "--repeats", paramLabel = "K", description = "Answers per case and arm; default: ${DEFAULT-VALUE}.")
    int repeats = 1;

    @Option(names = "--record", paramLabel = "DIR", description = "Keep every answer there, and do not ask twice.")
    @Nullable
    Path record;

    @Option(names = "--replay", paramLabel = "DIR", description = "Answer from there, and ask nobody.")
    @Nullable
    Path replay;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Of a whole answer; default: ${DEFAULT-VALUE}. What takes longer counts as wrong.")
    int timeoutSeconds = 120;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "After 429, 5xx, time-outs and broken connections; default: ${DEFAULT-VALUE}.")
    int retries = 4;

    @Option(names = "--concurrency", paramLabel = "N", description = "Requests at a time; default: ${DEFAULT-VALUE}.")
    int concurrency = 4;

    @Option(names = "--requests-per-minute", paramLabel = "N", description = "At most; 0, the default, for any number.")
    long requestsPerMinute = 0;

    @Option(names = "--tokens-per-minute", paramLabel = "N", description = "At most; 0, the default, for any number.")
    long tokensPerMinute = 0;

    @Option(
            names = "--max-tokens-spent",
            paramLabel = "N",
            description =
                    "The run ends before it takes more; what is finished is kept, and the next run goes on. 0 for any"
                            + " number.")
    long maxTokensSpent = 0;

    @Option(
            names = "--max-cost",
            paramLabel = "X",
            description = "The same in the currency of the prices, which must be given.")
    @Nullable
    BigDecimal maxCost;

    @Option(names = "--price-input", paramLabel = "X", description = "Price of a million tokens of requests.")
    @Nullable
    BigDecimal priceInput;

    @Option(names = "--price-output", paramLabel = "X", description = "Price of a million tokens of answers.")
    @Nullable
    BigDecimal priceOutput;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "A table with the header model,input,output (CSV, per million tokens) that has the model.")
    @Nullable
    Path prices;

    /** What results depend on, for reports and for going on; neither paths nor limits. Empty for the default. */
    String describe() {
        List<String> words = new ArrayList<>();
        if (!reader.equals(RunReader.DETERMINISTIC)) {
            words.add("--reader " + reader);
            if (model != null) {
                words.add("--model " + model);
            }
            if (gguf != null) {
                words.add("--gguf " + gguf.getFileName());
            }
            words.add("--temperature " + temperature);
            if (seed != null) {
                words.add("--seed " + seed);
            }
            words.add("--max-output-tokens " + maxOutputTokens);
            if (contextTokens > 0) {
                words.add("--context-tokens " + contextTokens);
            }
            if (repeats > 1) {
                words.add("--repeats " + repeats);
            }
        }
        return String.join(" ", words);
    }
}
