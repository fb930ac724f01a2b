package io.github.headroom4j.eval.replay;

import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;

/**
 * A replayed long session. Immutable.
 *
 * @param session what was sent; its answer holds the items of all follow-up questions
 * @param answered the follow-up questions in order
 */
public record LongSession(Session session, List<Answered> answered) {

    /** Copies the list. */
    public LongSession {
        answered = List.copyOf(answered);
    }

    /**
     * A follow-up question that a reader answered.
     *
     * @param items the answer
     * @param request what the reader saw
     */
    public record Answered(List<String> items, ChatRequest request) {

        /** Copies the list. */
        public Answered {
            items = List.copyOf(items);
        }
    }
}
