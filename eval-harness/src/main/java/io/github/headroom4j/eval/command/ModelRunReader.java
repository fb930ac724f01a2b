package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.cache.Prompt;
import io.github.headroom4j.eval.cache.PromptBlock;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.RunReader;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.reader.model.cassette.CassetteChannel;
import io.github.headroom4j.eval.reader.model.limit.BoundedChannel;
import io.github.headroom4j.eval.reader.model.limit.Budget;
import io.github.headroom4j.eval.reader.model.limit.BudgetedChannel;
import io.github.headroom4j.eval.reader.model.limit.Pause;
import io.github.headroom4j.eval.reader.model.limit.RateLimitedChannel;
import io.github.headroom4j.eval.reader.model.limit.RetryingChannel;
import io.github.headroom4j.eval.reader.model.provider.Endpoint;
import io.github.headroom4j.eval.reader.model.provider.LlamaChannel;
import io.github.headroom4j.eval.reader.model.provider.ModelSettings;
import io.github.headroom4j.eval.reader.model.provider.RemoteModels;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A language model as reader: cassette, budget, retries, rates, concurrency, provider, in this order. */
final class ModelRunReader implements RunReader {

    /** What is outside: paths, variables, the clock. */
    record World(Path workingFolder, UnaryOperator<@Nullable String> environment, Pause pause) {}

    private final ReaderOptions options;
    private final ModelSettings settings;
    private final World world;
    private final Budget budget;
    private final TokenCounter counter = TokenCounter.o200k().cached(16 << 20);
    private final Map<String, String> identity;
    private final ModelReader model;
    private String server = "";
    private Optional<LlamaChannel> loaded = Optional.empty();

    ModelRunReader(ReaderOptions options, ModelSettings settings, Budget.Limits limits, World world) {
        this.options = options;
        this.settings = settings;
        this.world = world;
        this.budget = new Budget(limits);
        this.identity = identity();
        this.model = new ModelReader(channel(), settings.parameters(), options.repeats);
    }

    private ModelChannel channel() {
        if (options.replay != null) {
            return CassetteChannel.replaying(world.workingFolder().resolve(options.replay), identity);
        }
        ModelChannel bounded = new BoundedChannel(provider(), options.concurrency);
        ModelChannel paced = new RateLimitedChannel(
                bounded,
                new RateLimitedChannel.Rates(options.requestsPerMinute, options.tokensPerMinute),
                call -> estimate(call).input() + estimate(call).output(),
                world.pause());
        ModelChannel retried = new RetryingChannel(paced, options.retries, world.pause());
        ModelChannel budgeted = new BudgetedChannel(retried, budget, this::estimate);
        return options.record == null
                ? budgeted
                : CassetteChannel.recording(world.workingFolder().resolve(options.record), identity, budgeted);
    }

    /** By our own tokenizer, which differs from the model's by some percent; and the largest answer. */
    private Budget.Tokens estimate(ModelCall call) {
        return new Budget.Tokens(
                Prompt.of(PromptBlock.of(call.request()), counter).tokens(), settings.maxOutputTokens());
    }

    private ModelChannel provider() {
        return switch (options.reader) {
            case "openai" -> RemoteModels.openAi(endpoint("OPENAI", "https://api.openai.com/v1"), settings);
            case "anthropic" -> RemoteModels.anthropic(endpoint("ANTHROPIC", "https://api.anthropic.com/v1"), settings);
            case "ollama" -> RemoteModels.ollama(endpoint("OLLAMA", "http://localhost:11434"), settings);
            default -> llama();
        };
    }

    private ModelChannel llama() {
        LlamaChannel channel = LlamaChannel.load(gguf(), settings, Duration.ofSeconds(options.timeoutSeconds));
        loaded = Optional.of(channel);
        return channel;
    }

    private Path gguf() {
        return world.workingFolder().resolve(options.gguf == null ? Path.of("") : options.gguf);
    }

    private Endpoint endpoint(String provider, String usual) {
        Optional<String> given = Optional.ofNullable(options.baseUrl).or(() -> variable(provider + "_BASE_URL"));
        String keyName = options.apiKeyEnv == null ? provider + "_API_KEY" : options.apiKeyEnv;
        Optional<String> key = variable(keyName);
        boolean wanted = options.apiKeyEnv != null || (given.isEmpty() && usual.startsWith("https"));
        if (wanted && key.isEmpty()) {
            throw EvalException.usage("the reader " + options.reader + " needs a key, but the variable " + keyName
                    + " of the environment is not set");
        }
        server = given.orElse(usual);
        return new Endpoint(server, key, Duration.ofSeconds(options.timeoutSeconds));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(world.environment().apply(name)).filter(value -> !value.isBlank());
    }

    /** What tells this model from others, part of every key; the file of a local one by what is in it. */
    private Map<String, String> identity() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("provider", options.reader);
        known.put("model", settings.model());
        settings.seed().ifPresent(seed -> known.put("seed", seed.toString()));
        if (options.reader.equals("ollama") || options.reader.equals("llama")) {
            known.put("contextTokens", String.valueOf(settings.contextTokens()));
        }
        if (options.reader.equals("llama")) {
            known.put("sha256", sha256(gguf()));
        }
        return known;
    }

    private static String sha256(Path file) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new ModelStop("no model: " + file + " cannot be read");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public CaseRunner runner(Workload workload, TokenCounter tokens) {
        return RunReader.draws(workload, tokens, model);
    }

    @Override
    public Report.ReaderAbout about() {
        return new Report.ReaderAbout(options.reader, settings.model(), settings.describe(), options.repeats);
    }

    @Override
    public String options() {
        return options.describe();
    }

    @Override
    public String fingerprint() {
        return identity + server;
    }

    @Override
    public int threads() {
        return Math.max(Runtime.getRuntime().availableProcessors(), options.concurrency);
    }

    @Override
    public Optional<String> spent() {
        return options.replay != null ? Optional.empty() : Optional.of(budget.describe());
    }

    @Override
    public void close() {
        loaded.ifPresent(LlamaChannel::close);
    }
}
