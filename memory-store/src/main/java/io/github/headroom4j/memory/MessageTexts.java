package io.github.headroom4j.memory;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.stream.Collectors;

/** What messages say. Stateless. */
final class MessageTexts {

    private MessageTexts() {}

    /** The text contents of a result or a user's message, or the text of an answer; empty for others. */
    static String of(ChatMessage message) {
        if (message instanceof ToolExecutionResultMessage result) {
            return of(result.contents());
        }
        if (message instanceof UserMessage user) {
            return of(user.contents());
        }
        return message instanceof AiMessage ai && ai.text() != null ? ai.text() : "";
    }

    private static String of(List<Content> contents) {
        return contents.stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .collect(Collectors.joining("\n"));
    }
}
