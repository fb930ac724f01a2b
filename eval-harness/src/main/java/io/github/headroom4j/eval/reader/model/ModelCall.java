package io.github.headroom4j.eval.reader.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.Objects;

/**
 * A request to a language model. Immutable.
 *
 * @param request messages, tools and parameters
 * @param draw which answer to this request is wanted, from 0: the same draw of the same request is the same answer
 */
public record ModelCall(ChatRequest request, int draw) {

    /** Validates. */
    public ModelCall {
        Objects.requireNonNull(request, "request");
        if (draw < 0) {
            throw new IllegalArgumentException("draw must not be negative, but was " + draw);
        }
    }
}
