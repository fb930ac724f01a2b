package io.github.headroom4j.eval.replay;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.cache.PromptBlock;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.token.TokenCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the tokens of captured requests, rendered as {@link PromptBlock} says. Every block is counted on its own, so a block that stays in the next request is counted once and found
 * in the counter's cache afterwards. Thread-safe if the counter is.
 */
public final class SessionTokens {

    private final TokenCounter counter;

    /**
     * A count.
     *
     * @param counter preferably a cached one
     */
    public SessionTokens(TokenCounter counter) {
        this.counter = counter;
    }

    /**
     * The tokens of a session.
     *
     * @param session a replayed session
     * @return sums over all its requests
     */
    public Usage of(Session session) {
        long input = 0;
        long cached = 0;
        List<PromptBlock> previous = List.of();
        for (ChatRequest request : session.requests()) {
            List<PromptBlock> blocks = PromptBlock.of(request);
            boolean samePrefix = true;
            for (int i = 0; i < blocks.size(); i++) {
                int tokens = blocks.get(i).tokens(counter);
                samePrefix &= i < previous.size() && blocks.get(i).equals(previous.get(i));
                input += tokens;
                cached += samePrefix ? tokens : 0;
            }
            previous = blocks;
        }
        long results = Sight.results(session.finalRequest()).stream()
                .mapToLong(result -> counter.count(result.text()))
                .sum();
        return new Usage(session.requests().size(), input, cached, results);
    }

    /**
     * The tokens of tool results as often as they were sent.
     *
     * @param session a replayed session
     * @return the sum over all its requests
     */
    public long resultsSent(Session session) {
        return session.requests().stream()
                .flatMap(request -> Sight.results(request).stream())
                .mapToLong(result -> counter.count(result.text()))
                .sum();
    }

    /**
     * What each tool result of a session cost.
     *
     * @param session a replayed session
     * @return tokens by call id
     */
    public Allowances resultsOf(Session session) {
        Map<String, Integer> tokens = new HashMap<>();
        for (ToolExecutionResultMessage result : Sight.results(session.finalRequest())) {
            tokens.put(result.id(), counter.count(result.text()));
        }
        return callId -> tokens.getOrDefault(callId, 0);
    }
}
