package io.github.headroom4j.eval.reader.model.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelFailure.Kind;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.reader.model.http.RefusedException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a chat model of LangChain4j, and tells what went wrong where something did. Thread-safe if the model is. */
final class ChatModelChannel implements ModelChannel {

    private final ChatModel model;
    private final Function<ModelCall, ChatRequestParameters> parameters;
    private final Endpoint endpoint;

    /**
     * A channel.
     *
     * @param model the model
     * @param parameters the request's parameters in the provider's own type, with a seed for the draw
     * @param endpoint where the model is reached, for messages
     */
    ChatModelChannel(ChatModel model, Function<ModelCall, ChatRequestParameters> parameters, Endpoint endpoint) {
        this.model = model;
        this.parameters = parameters;
        this.endpoint = endpoint;
    }

    @Override
    public ModelAnswer ask(ModelCall call) {
        try {
            return answer(model.chat(call.request().toBuilder()
                    .parameters(parameters.apply(call))
                    .build()));
        } catch (ModelFailure e) {
            throw e;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw failure(e);
        }
    }

    private static ModelAnswer answer(@Nullable ChatResponse response) {
        AiMessage message = response == null ? null : response.aiMessage();
        if (response == null || message == null) {
            throw new ModelFailure(Kind.GARBLED, "the answer holds no message");
        }
        TokenUsage usage = response.tokenUsage();
        return usage == null
                ? new ModelAnswer(message, -1, -1)
                : new ModelAnswer(message, count(usage.inputTokenCount()), count(usage.outputTokenCount()));
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? -1 : tokens;
    }

    private RuntimeException failure(RuntimeException thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof RefusedException refused) {
                return refused(refused);
            }
            if (cause instanceof TimeoutException) {
                return ModelFailure.passing(Kind.TIMEOUT, "no answer in time", Optional.empty());
            }
            if (cause instanceof ContentFilteredException) {
                return new ModelFailure(Kind.REJECTED, "the answer was filtered");
            }
            if (cause instanceof JsonProcessingException) {
                return new ModelFailure(Kind.GARBLED, "the answer is no JSON of this interface");
            }
            if (cause instanceof IOException) {
                return ModelFailure.passing(Kind.CONNECTION, "no connection, or it broke", Optional.empty());
            }
        }
        return new ModelFailure(
                Kind.GARBLED, "the answer cannot be used: " + thrown.getClass().getSimpleName());
    }

    private RuntimeException refused(RefusedException refused) {
        int status = refused.statusCode();
        String said = "HTTP " + status + " from " + endpoint;
        return switch (status) {
            // What the server says to a refused key may hold the key.
            case 401, 403 -> new ModelStop(said + ": the key is missing or refused");
            case 404 -> new ModelStop(said + ": no such model, or not the base URL of this interface");
            case 429 -> ModelFailure.passing(Kind.RATE_LIMITED, said, refused.retryAfter());
            case 408, 425 -> ModelFailure.passing(Kind.TIMEOUT, said, refused.retryAfter());
            default ->
                status >= 500
                        ? ModelFailure.passing(Kind.SERVER_ERROR, said, refused.retryAfter())
                        : new ModelFailure(
                                Kind.REJECTED,
                                said + ": " + endpoint.redacted(Objects.requireNonNullElse(refused.getMessage(), "")));
        };
    }
}
