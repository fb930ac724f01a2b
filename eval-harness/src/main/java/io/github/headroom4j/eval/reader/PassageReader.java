package io.github.headroom4j.eval.reader;

import dev.langchain4j.data.message.AiMessage;

/**
 * The model of a case with retrieved passages: answers from what a captured request shows, or calls the retrieve tool first.
 * Thread-safe.
 */
@FunctionalInterface
public interface PassageReader {

    /**
     * Replies.
     *
     * @param view what the request shows
     * @return a short answer as text, empty if the passages do not tell; or calls of tools that the request declares, after
     *     which the reader is asked again
     */
    AiMessage reply(PassageView view);
}
