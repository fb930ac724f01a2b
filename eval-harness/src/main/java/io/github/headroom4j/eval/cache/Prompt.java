package io.github.headroom4j.eval.cache;

import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/**
 * One request of a session, rendered and counted. Immutable.
 *
 * @param blocks what was sent, in order, at least one
 * @param ends how many tokens the request has up to the end of each block
 */
public record Prompt(List<PromptBlock> blocks, List<Integer> ends) {

    /** Copies and validates. */
    public Prompt {
        blocks = List.copyOf(blocks);
        ends = List.copyOf(ends);
        if (blocks.isEmpty() || blocks.size() != ends.size()) {
            throw new IllegalArgumentException(
                    "ends must be as many as blocks, " + blocks.size() + ", and not none, but were " + ends.size());
        }
    }

    /**
     * Counts blocks.
     *
     * @param blocks what was sent
     * @param counter what counts
     * @return the request
     */
    public static Prompt of(List<PromptBlock> blocks, TokenCounter counter) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (PromptBlock block : blocks) {
            end += block.tokens(counter);
            ends.add(end);
        }
        return new Prompt(blocks, ends);
    }

    /**
     * Renders and counts the requests of a session.
     *
     * @param requests in the order in which they were sent
     * @param counter what counts, preferably one that remembers texts
     * @return the same requests
     */
    public static List<Prompt> session(List<ChatRequest> requests, TokenCounter counter) {
        return requests.stream()
                .map(request -> of(PromptBlock.of(request), counter))
                .toList();
    }

    /**
     * All tokens.
     *
     * @return not negative
     */
    public int tokens() {
        return tokensOf(blocks.size());
    }

    /** The tokens of the first blocks. */
    int tokensOf(int prefix) {
        return prefix == 0 ? 0 : ends.get(prefix - 1);
    }

    /** How many blocks at the front are the same as those of another request. */
    int commonPrefix(Prompt other) {
        int common = 0;
        int limit = Math.min(blocks.size(), other.blocks.size());
        while (common < limit && blocks.get(common).equals(other.blocks.get(common))) {
            common++;
        }
        return common;
    }
}
