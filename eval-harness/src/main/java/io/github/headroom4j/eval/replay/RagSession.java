package io.github.headroom4j.eval.replay;

import dev.langchain4j.rag.content.Content;
import io.github.headroom4j.eval.reader.PassageView;
import java.util.List;

/**
 * A replayed case with retrieved passages. Immutable.
 *
 * @param session what was sent; its answer has one item, or none if the reader abstained
 * @param seen what the request that was answered shows
 * @param injected what stands beside the question in the user's message, word by word
 * @param sources what the caller of the service was given as sources
 */
public record RagSession(Session session, PassageView seen, String injected, List<Content> sources) {

    /** Copies the list. */
    public RagSession {
        sources = List.copyOf(sources);
    }
}
