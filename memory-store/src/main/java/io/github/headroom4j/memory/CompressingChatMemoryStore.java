package io.github.headroom4j.memory;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.tool.HeadroomAttributes;
import io.github.headroom4j.tool.HeadroomTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chat memory store that compresses the results of tools when they are first stored, so that the model never sees them
 * otherwise and their bytes do not change afterwards. For tools that could not be {@linkplain HeadroomTools#wrap wrapped},
 * such as those of a framework, and for histories that were stored before; results that are compressed already are left
 * alone. Declare {@link HeadroomTools#retrieve} among the tools, or the model cannot read what is left out.
 *
 * <pre>{@code
 * ChatMemory memory = MessageWindowChatMemory.builder()
 *         .id(conversation)
 *         .maxMessages(200)
 *         .chatMemoryStore(new CompressingChatMemoryStore(headroom, store))
 *         .build();
 * }</pre>
 *
 * <p>Only texts of tool results change. System, user and AI messages, results of tools that failed, images, ids, order and
 * attributes stay; {@linkplain HeadroomAttributes attributes} of ours are added, by which a message is known again, also after
 * a restart. A message is decided on once: what could not be compressed when it came, for want of time or room, stays as
 * it is, since a provider's prompt cache holds it by then. What is compressed does not depend on the question.
 *
 * <p>Nothing is compressed on reading, and no original is ever purged: LangChain4j clears and stores a memory again when
 * a guardrail takes a message back. Clear the {@linkplain Headroom#originals() originals} of a conversation when it is over.
 *
 * <p>Fails open: what compression might throw is logged, and the message stored as it came; what the decorated store throws
 * passes. Thread-safe if that store is. Each update looks at every message, so it takes time linear in their number, and in
 * the length of new ones.
 */
public final class CompressingChatMemoryStore implements ChatMemoryStore {

    private static final Logger log = LoggerFactory.getLogger(CompressingChatMemoryStore.class);

    private final ChatMemoryStore delegate;
    private final MessageCompressor compressor;

    /**
     * Decorates a store.
     *
     * @param headroom what compresses; originals are kept in its store, in the scope of the memory's id
     * @param delegate what stores
     */
    public CompressingChatMemoryStore(Headroom headroom, ChatMemoryStore delegate) {
        compressor = new MessageCompressor(Objects.requireNonNull(headroom, "headroom"));
        this.delegate = Objects.requireNonNull(delegate, "delegate");
    }

    /**
     * Reads what is stored.
     *
     * @param memoryId the conversation
     * @return a new list, which the caller may change; never null, whatever the decorated store returns
     */
    @Override
    public List<ChatMessage> getMessages(Object memoryId) {
        List<ChatMessage> stored = delegate.getMessages(memoryId);
        return stored == null ? new ArrayList<>() : new ArrayList<>(stored);
    }

    @Override
    public void updateMessages(Object memoryId, List<ChatMessage> messages) {
        String scope = CompressionRequest.scopeOf(memoryId);
        List<ChatMessage> stored = new ArrayList<>(messages.size());
        for (ChatMessage message : messages) {
            stored.add(compressed(message, scope));
        }
        delegate.updateMessages(memoryId, stored);
    }

    @Override
    public void deleteMessages(Object memoryId) {
        delegate.deleteMessages(memoryId);
    }

    private ChatMessage compressed(ChatMessage message, String scope) {
        try {
            return compressor.compress(message, scope);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("A {} could not be compressed, it is stored as it came", message.type(), e);
            return message;
        }
    }
}
