package io.github.headroom4j.eval.arm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.TokenCountEstimator;
import io.github.headroom4j.token.TokenCounter;

/** Counts for LangChain4j's memories what the harness counts: the texts, names and arguments of messages. */
record MemoryTokens(TokenCounter counter) implements TokenCountEstimator {

    @Override
    public int estimateTokenCountInText(String text) {
        return counter.count(text);
    }

    @Override
    public int estimateTokenCountInMessage(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return counter.count(system.text());
        }
        if (message instanceof UserMessage user) {
            return counter.count(user.singleText());
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return counter.count(result.text());
        }
        if (message instanceof AiMessage ai) {
            int calls = ai.toolExecutionRequests().stream()
                    .mapToInt(call -> counter.count(call.name()) + counter.count(call.arguments()))
                    .sum();
            return calls + (ai.text() == null ? 0 : counter.count(ai.text()));
        }
        throw new IllegalStateException("no session has a message of type " + message.type());
    }

    @Override
    public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
        int sum = 0;
        for (ChatMessage message : messages) {
            sum += estimateTokenCountInMessage(message);
        }
        return sum;
    }
}
