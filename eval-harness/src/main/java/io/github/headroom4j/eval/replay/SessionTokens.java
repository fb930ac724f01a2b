package io.github.headroom4j.eval.replay;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts the tokens of captured requests. A request is a list of blocks, each a header and a body, in the order in which
 * providers hash their prefixes: the tool specifications as JSON, then the messages with their role and, for calls, name
 * and arguments. Every block is counted on its own, so a block that stays in the next request is counted once and found
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
        List<Block> previous = List.of();
        for (ChatRequest request : session.requests()) {
            List<Block> blocks = blocks(request);
            boolean samePrefix = true;
            for (int i = 0; i < blocks.size(); i++) {
                int tokens = count(blocks.get(i));
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

    private record Block(String header, String body) {}

    private int count(Block block) {
        return counter.count(block.header()) + counter.count(block.body());
    }

    private static List<Block> blocks(ChatRequest request) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(
                "tools",
                request.toolSpecifications().stream()
                        .map(ToolSpecification::toJson)
                        .collect(Collectors.joining(",", "[", "]"))));
        request.messages().forEach(message -> blocks.add(block(message)));
        return blocks;
    }

    private static Block block(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return new Block("system\n", system.text());
        }
        if (message instanceof UserMessage user) {
            return new Block("user\n", user.singleText());
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return new Block("tool " + result.id() + "\n", result.text());
        }
        if (message instanceof AiMessage ai) {
            return new Block("assistant\n", textOf(ai));
        }
        throw new IllegalStateException("no session has a message of type " + message.type());
    }

    private static String textOf(AiMessage message) {
        StringBuilder text = new StringBuilder();
        if (message.text() != null) {
            text.append(message.text());
        }
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            text.append(call.id()).append(' ').append(call.name()).append(' ').append(call.arguments());
        }
        return text.toString();
    }
}
