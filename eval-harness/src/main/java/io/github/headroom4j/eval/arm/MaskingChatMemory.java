package io.github.headroom4j.eval.arm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.ChatMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the last tool results as they are and each older one as a note of one line: the sliding rule that agents often
 * use. Everything is kept; only what is shown slides. As thread-safe as what it decorates.
 */
final class MaskingChatMemory implements ChatMemory {

    private final ChatMemory delegate;
    private final int shownResults;

    MaskingChatMemory(ChatMemory delegate, int shownResults) {
        this.delegate = delegate;
        this.shownResults = shownResults;
    }

    @Override
    public Object id() {
        return delegate.id();
    }

    @Override
    public void add(ChatMessage message) {
        delegate.add(message);
    }

    @Override
    public List<ChatMessage> messages() {
        List<ChatMessage> messages = new ArrayList<>(delegate.messages());
        int newer = 0;
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i) instanceof ToolExecutionResultMessage result && newer++ >= shownResults) {
                messages.set(i, masked(result));
            }
        }
        return messages;
    }

    @Override
    public void clear() {
        delegate.clear();
    }

    private static ToolExecutionResultMessage masked(ToolExecutionResultMessage result) {
        String note = "[an old result of " + result.toolName() + " was left out]";
        return ToolExecutionResultMessage.from(result.id(), result.toolName(), note);
    }
}
