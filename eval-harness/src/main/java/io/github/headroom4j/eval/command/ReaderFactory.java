package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.Names;
import io.github.headroom4j.eval.job.RunReader;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.reader.model.limit.Budget;
import io.github.headroom4j.eval.reader.model.limit.Pause;
import io.github.headroom4j.eval.reader.model.limit.Prices;
import io.github.headroom4j.eval.reader.model.provider.LlamaChannel;
import io.github.headroom4j.eval.reader.model.provider.ModelSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the reader that the options ask for. Keys come out of the environment and go nowhere but to their server. */
final class ReaderFactory {

    private static final List<String> MODELS = List.of("openai", "anthropic", "ollama", "llama");

    /** Tokens that an Ollama server is told to make room for; its own default cuts off what is longer. */
    private static final int OLLAMA_CONTEXT = 32_768;

    private final ReaderOptions options;
    private final Path workingFolder;
    private final UnaryOperator<@Nullable String> environment;
    private final Pause pause;

    /**
     * A factory.
     *
     * @param options what is asked for
     * @param workingFolder what paths are relative to
     * @param environment gives a variable's value, or null
     * @param pause how to wait
     */
    ReaderFactory(ReaderOptions options, Path workingFolder, UnaryOperator<@Nullable String> environment, Pause pause) {
        this.options = options;
        this.workingFolder = workingFolder;
        this.environment = environment;
        this.pause = pause;
    }

    /** The reader of a command line. */
    static RunReader of(ReaderOptions options, EvalContext context) {
        return new ReaderFactory(options, context.workingFolder(), System::getenv, Pause.system()).make();
    }

    RunReader make() {
        if (options.reader.equals(RunReader.DETERMINISTIC)) {
            rejectModelOptions();
            return RunReader.deterministic();
        }
        List<String> known = new ArrayList<>(List.of(RunReader.DETERMINISTIC));
        known.addAll(MODELS);
        Names.require("reader", options.reader, known);
        if (options.record != null && options.replay != null) {
            throw EvalException.usage("--record and --replay exclude each other");
        }
        if (options.repeats < 1) {
            throw EvalException.usage("--repeats must be at least 1, but was " + options.repeats);
        }
        try {
            return new ModelRunReader(
                    options, settings(), limits(), new ModelRunReader.World(workingFolder, environment, pause));
        } catch (IllegalArgumentException | ModelStop e) {
            throw EvalException.usage(String.valueOf(e.getMessage()));
        } catch (NoClassDefFoundError e) {
            throw new EvalException(
                    "the reader " + options.reader + " needs a jar that is not on the class path: " + e.getMessage());
        }
    }

    /** They would have no effect, which whoever gave them did not mean. */
    private void rejectModelOptions() {
        if (options.model != null
                || options.gguf != null
                || options.record != null
                || options.replay != null
                || options.repeats != 1
                || options.maxCost != null
                || options.maxTokensSpent > 0) {
            throw EvalException.usage("options of language models need --reader " + String.join("|", MODELS));
        }
    }

    private ModelSettings settings() {
        boolean llama = options.reader.equals("llama");
        if (llama && options.gguf == null) {
            throw EvalException.usage("the reader llama needs --gguf FILE");
        }
        if (!llama && options.model == null) {
            throw EvalException.usage("the reader " + options.reader + " needs --model NAME");
        }
        String file = options.gguf == null ? "" : String.valueOf(options.gguf.getFileName());
        return new ModelSettings(
                options.model == null ? file : options.model,
                temperature(),
                Optional.ofNullable(options.seed),
                options.maxOutputTokens,
                contextTokens());
    }

    private int contextTokens() {
        return switch (options.contextTokens == 0 ? options.reader : "") {
            case "ollama" -> OLLAMA_CONTEXT;
            case "llama" -> LlamaChannel.DEFAULT_CONTEXT;
            default -> options.contextTokens;
        };
    }

    private Optional<Double> temperature() {
        try {
            return options.temperature.equals("none")
                    ? Optional.empty()
                    : Optional.of(Double.parseDouble(options.temperature));
        } catch (NumberFormatException e) {
            throw EvalException.usage("--temperature must be a number or none, but was '" + options.temperature + "'");
        }
    }

    private Budget.Limits limits() {
        Optional<Prices> prices = prices();
        if (options.maxCost != null && prices.isEmpty()) {
            throw EvalException.usage(
                    "--max-cost needs --price-input and --price-output, or --prices FILE: the harness knows no"
                            + " price by itself");
        }
        return new Budget.Limits(options.maxTokensSpent, Optional.ofNullable(options.maxCost), prices);
    }

    private Optional<Prices> prices() {
        if ((options.priceInput == null) != (options.priceOutput == null)) {
            throw EvalException.usage("--price-input and --price-output go together");
        }
        if (options.priceInput != null && options.priceOutput != null) {
            return Optional.of(new Prices(options.priceInput, options.priceOutput));
        }
        if (options.prices == null) {
            return Optional.empty();
        }
        Path table = workingFolder.resolve(options.prices);
        String model = options.model == null ? "" : options.model;
        return Optional.of(Prices.in(table, model)
                .orElseThrow(() -> EvalException.usage(options.prices + " has no row for the model '" + model + "'")));
    }
}
