package io.github.headroom4j.eval.cache;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a request as a provider reads it: the tool specifications, or one message. Two blocks are the same to a
 * cache exactly if header and body are equal. Immutable.
 *
 * @param header what stands before the text: role, and the id of the call that a result answers
 * @param body the text; the specifications as JSON, or name and arguments of calls
 */
public record PromptBlock(String header, String body) {

    /**
     * Renders a request in the order in which providers hash their prefixes: tools first, then the messages.
     *
     * @param request what the model was sent
     * @return its blocks; the first one holds the tools, also where there are none
     */
    public static List<PromptBlock> of(ChatRequest request) {
        List<PromptBlock> blocks = new ArrayList<>();
        blocks.add(new PromptBlock(
                "tools",
                request.toolSpecifications().stream()
                        .map(ToolSpecification::toJson)
                        .collect(Collectors.joining(",", "[", "]"))));
        request.messages().forEach(message -> blocks.add(block(message)));
        return blocks;
    }

    /**
     * The block's tokens, header and body counted on their own, so that a counter that remembers texts finds them again.
     *
     * @param counter what counts
     * @return not negative
     */
    public int tokens(TokenCounter counter) {
        return counter.count(header) + counter.count(body);
    }

    /** Whether a cache may be told to end a prefix here rather than at the first message: tools or system prompt. */
    boolean isFixed() {
        return header.equals("tools") || header.equals("system\n");
    }

    private static PromptBlock block(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return new PromptBlock("system\n", system.text());
        }
        if (message instanceof UserMessage user) {
            return new PromptBlock("user\n", user.singleText());
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return new PromptBlock("tool " + result.id() + "\n", result.text());
        }
        if (message instanceof AiMessage ai) {
            return new PromptBlock("assistant\n", textOf(ai));
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
