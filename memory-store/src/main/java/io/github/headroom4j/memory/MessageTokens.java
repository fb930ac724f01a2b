package io.github.headroom4j.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens of whole messages. Thread-safe if the counter is. */
record MessageTokens(TokenCounter counter) {

    /** What providers put around a message. */
    private static final int FRAME = 4;

    /** Images and files, whose tokens only providers know: the order of magnitude of an image. */
    private static final int OTHER_CONTENT = 1_000;

    int of(ChatMessage message) {
        if (message instanceof ToolExecutionResultMessage result) {
            return withoutText(result.contents()) + of(result.contents());
        }
        if (message instanceof AiMessage ai) {
            return FRAME + of(ai.text()) + of(ai.thinking()) + calls(ai);
        }
        if (message instanceof UserMessage user) {
            return withoutText(user.contents()) + of(user.contents());
        }
        return FRAME + (message instanceof SystemMessage system ? of(system.text()) : 0);
    }

    /** What a message costs whose contents have these kinds, beside their texts. */
    static int withoutText(List<Content> contents) {
        int others = (int) contents.stream()
                .filter(content -> !(content instanceof TextContent))
                .count();
        return FRAME + others * OTHER_CONTENT;
    }

    int of(@Nullable String text) {
        return text == null || text.isEmpty() ? 0 : counter.count(text);
    }

    private int of(List<Content> contents) {
        int tokens = 0;
        for (Content content : contents) {
            tokens += content instanceof TextContent text ? of(text.text()) : 0;
        }
        return tokens;
    }

    private int calls(AiMessage ai) {
        int tokens = 0;
        for (ToolExecutionRequest call : ai.toolExecutionRequests()) {
            tokens += FRAME + of(call.name()) + of(call.arguments());
        }
        return tokens;
    }
}
