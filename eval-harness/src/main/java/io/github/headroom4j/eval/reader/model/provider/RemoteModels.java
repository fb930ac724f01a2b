package io.github.headroom4j.eval.reader.model.provider;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.http.BoundedHttpClientBuilder;

/**
 * Models behind a server. They try once, since retries are a channel of their own, and log nothing. Stateless.
 */
public final class RemoteModels {

    private static final int ONCE = 0;

    private RemoteModels() {}

    /**
     * A model behind OpenAI's interface, which many servers have.
     *
     * @param endpoint where it is reached
     * @param settings what it is asked with
     * @return a channel to it
     */
    public static ModelChannel openAi(Endpoint endpoint, ModelSettings settings) {
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(new BoundedHttpClientBuilder())
                .baseUrl(endpoint.baseUrl())
                .modelName(settings.model())
                .timeout(endpoint.timeout())
                .maxRetries(ONCE);
        endpoint.key().ifPresent(builder::apiKey);
        return new ChatModelChannel(
                builder.build(),
                call -> {
                    OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder()
                            .overrideWith(call.request().parameters());
                    settings.seed().ifPresent(seed -> parameters.seed(seed + call.draw()));
                    return parameters.build();
                },
                endpoint);
    }

    /**
     * A model behind Anthropic's interface, which knows no seed.
     *
     * @param endpoint where it is reached
     * @param settings what it is asked with
     * @return a channel to it
     */
    public static ModelChannel anthropic(Endpoint endpoint, ModelSettings settings) {
        AnthropicChatModel model = AnthropicChatModel.builder()
                .httpClientBuilder(new BoundedHttpClientBuilder())
                .baseUrl(endpoint.baseUrl())
                // The builder wants a key, also where the server does not.
                .apiKey(endpoint.key().orElse("none"))
                .modelName(settings.model())
                .maxTokens(settings.maxOutputTokens())
                .timeout(endpoint.timeout())
                .maxRetries(ONCE)
                .build();
        return new ChatModelChannel(model, RemoteModels::unchanged, endpoint);
    }

    private static ChatRequestParameters unchanged(ModelCall call) {
        return call.request().parameters();
    }

    /**
     * A model that an Ollama server has.
     *
     * @param endpoint where it is reached
     * @param settings what it is asked with; without {@code contextTokens} the server cuts long requests silently
     * @return a channel to it
     */
    public static ModelChannel ollama(Endpoint endpoint, ModelSettings settings) {
        OllamaChatModel model = OllamaChatModel.builder()
                .httpClientBuilder(new BoundedHttpClientBuilder())
                .baseUrl(endpoint.baseUrl())
                .modelName(settings.model())
                .timeout(endpoint.timeout())
                .maxRetries(ONCE)
                .build();
        return new ChatModelChannel(
                model,
                call -> {
                    OllamaChatRequestParameters.Builder parameters = OllamaChatRequestParameters.builder()
                            .overrideWith(call.request().parameters());
                    settings.seed().ifPresent(seed -> parameters.seed(seed + call.draw()));
                    if (settings.contextTokens() > 0) {
                        parameters.numCtx(settings.contextTokens());
                    }
                    return parameters.build();
                },
                endpoint);
    }
}
