package io.github.headroom4j.eval.reader.model;

import dev.langchain4j.data.message.AiMessage;
import java.util.Objects;

/**
 * What a language model answered. Immutable.
 *
 * @param message text, or calls of tools
 * @param inputTokens tokens of the request as the model's server counted them; −1 if it did not say
 * @param outputTokens tokens of the answer as the model's server counted them; −1 if it did not say
 */
public record ModelAnswer(AiMessage message, long inputTokens, long outputTokens) {

    /** Validates. */
    public ModelAnswer {
        Objects.requireNonNull(message, "message");
    }
}
