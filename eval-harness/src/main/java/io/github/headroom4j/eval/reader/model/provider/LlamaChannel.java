package io.github.headroom4j.eval.reader.model.provider;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import de.kherud.llama.args.LogFormat;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelFailure.Kind;
import io.github.headroom4j.eval.reader.model.ModelStop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A model in a GGUF file, run in this process by llama.cpp. One request at a time; nothing of one is kept for the
 * next, so that an answer does not depend on what was asked before. Thread-safe. The native library ships in the jar
 * {@code de.kherud:llama}, which whoever builds the harness may leave out.
 */
public final class LlamaChannel implements ModelChannel, AutoCloseable {

    /** Tokens of request and answer where nothing else is said. */
    public static final int DEFAULT_CONTEXT = 8_192;

    private final LlamaModel model;
    private final ModelSettings settings;
    private final long timeoutNanos;

    private LlamaChannel(LlamaModel model, ModelSettings settings, Duration timeout) {
        this.model = model;
        this.settings = settings;
        this.timeoutNanos = timeout.toNanos();
    }

    /**
     * Loads a model.
     *
     * @param gguf the file
     * @param settings what it is asked with
     * @param timeout of an answer; looked at between two of its tokens
     * @return a channel to it
     * @throws ModelStop if file or native library cannot be loaded; the message says which
     */
    public static LlamaChannel load(Path gguf, ModelSettings settings, Duration timeout) {
        if (!Files.isRegularFile(gguf)) {
            throw new ModelStop("no model: " + gguf + " is no file");
        }
        try {
            LlamaModel.setLogger(LogFormat.TEXT, (level, message) -> {});
            return new LlamaChannel(
                    new LlamaModel(new ModelParameters()
                            .setModel(gguf.toString())
                            .setCtxSize(context(settings))
                            .setThreads(Runtime.getRuntime().availableProcessors())
                            .setParallel(1)
                            .disableContextShift()
                            .disableLog()),
                    settings,
                    timeout);
        } catch (LinkageError e) {
            throw new ModelStop(
                    "llama.cpp is not there: de.kherud:llama is not on the class path, or has no native library"
                            + " for this machine (" + e.getMessage() + ")");
        } catch (RuntimeException e) {
            // Its own type of exception is not public.
            throw new ModelStop(gguf + ": llama.cpp cannot load it: " + e.getMessage());
        }
    }

    private static int context(ModelSettings settings) {
        return settings.contextTokens() > 0 ? settings.contextTokens() : DEFAULT_CONTEXT;
    }

    @Override
    public synchronized ModelAnswer ask(ModelCall call) {
        LlamaPrompt prompt = LlamaPrompt.of(call.request());
        try {
            String rendered =
                    model.applyTemplate(new InferenceParameters("").setMessages(prompt.system(), turns(prompt)));
            int tokens = model.encode(rendered).length;
            if (tokens + settings.maxOutputTokens() > context(settings)) {
                throw new ModelFailure(
                        Kind.TOO_LONG,
                        "the request has " + tokens + " tokens, and the context " + context(settings)
                                + " together with an answer of " + settings.maxOutputTokens());
            }
            return answer(rendered, tokens, call.draw());
        } catch (ModelFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelFailure(Kind.SERVER_ERROR, "llama.cpp failed: " + e.getMessage());
        }
    }

    private static List<Pair<String, String>> turns(LlamaPrompt prompt) {
        return prompt.turns().stream()
                .map(turn -> new Pair<>(turn.assistant() ? "assistant" : "user", turn.text()))
                .toList();
    }

    private ModelAnswer answer(String prompt, int promptTokens, int draw) {
        InferenceParameters parameters = new InferenceParameters(prompt)
                .setNPredict(settings.maxOutputTokens())
                .setCachePrompt(false)
                .setSeed(settings.seed().orElse(0) + draw);
        settings.temperature().ifPresent(value -> parameters.setTemperature(value.floatValue()));
        long end = System.nanoTime() + timeoutNanos;
        StringBuilder text = new StringBuilder();
        int tokens = 0;
        LlamaIterator pieces = model.generate(parameters).iterator();
        while (pieces.hasNext()) {
            text.append(pieces.next().text);
            tokens++;
            if (System.nanoTime() - end > 0) {
                pieces.cancel();
                throw new ModelFailure(Kind.TIMEOUT, "no answer in time");
            }
        }
        return new ModelAnswer(LlamaPrompt.reply(text.toString()), promptTokens, tokens);
    }

    /** Frees the model. */
    @Override
    public synchronized void close() {
        model.close();
    }
}
