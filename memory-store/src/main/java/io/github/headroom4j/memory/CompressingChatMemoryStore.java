package io.github.headroom4j.memory;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.tool.HeadroomAttributes;
import io.github.headroom4j.tool.HeadroomTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chat memory store that compresses the results of tools when they are first stored, so that the model never sees them
 * otherwise and their bytes do not change afterwards. For tools that could not be {@linkplain HeadroomTools#wrap wrapped},
 * such as those of a framework, and for histories that were stored before; results that are compressed already are left
 * alone. Declare {@link HeadroomTools#retrieve} among the tools, or the model cannot read what is left out.
 *
 * <pre>{@code
 * ChatMemoryStore store = CompressingChatMemoryStore.builder(headroom, delegate)
 *         .compaction(Compaction.ofBudget(100_000))
 *         .build();
 * ChatMemoryProvider memories = id -> MessageWindowChatMemory.builder()
 *         .id(id)
 *         .maxMessages(1_000)
 *         .chatMemoryStore(store)
 *         .build();
 * }</pre>
 *
 * <p>Originals are kept in the scope of the memory's id, where the retrieve tool looks for them if the service was built with
 * {@code chatMemoryProvider(...)} and {@code @MemoryId}. With one {@code chatMemory(...)}, LangChain4j calls tools with the
 * id "default", so give that memory no other id, or say so with {@link Builder#scopes}. Results whose original is in another
 * scope than their memory's are never folded.
 *
 * <p>Without compaction, only texts of tool results change. System, user and AI messages, results of tools that failed, images, ids, order and
 * attributes stay; {@linkplain HeadroomAttributes attributes} of ours are added, by which a message is known again, also after
 * a restart. A message is decided on once: what could not be compressed when it came, for want of time or room, stays as
 * it is, since a provider's prompt cache holds it by then. What is compressed then does not depend on the question. Only an
 * epoch of {@link Compaction}, if that is wanted, changes what is old.
 *
 * <p>Nothing is compressed on reading, and no original is ever purged: LangChain4j clears and stores a memory again when
 * a guardrail takes a message back. Clear the {@linkplain Headroom#originals() originals} of a conversation when it is over.
 * Storing a history {@linkplain OriginalStore#renew renews} the originals that its messages lead to, so that a store which
 * forgets what is long unused keeps them.
 *
 * <p>Fails open: what compression might throw is logged, and the message stored as it came; what the decorated store throws
 * passes. Thread-safe if that store is. Each update looks at every message, so it takes time linear in their number, and in
 * the length of new ones.
 */
public final class CompressingChatMemoryStore implements ChatMemoryStore {

    private static final Logger log = LoggerFactory.getLogger(CompressingChatMemoryStore.class);

    private final ChatMemoryStore delegate;
    private final MessageCompressor compressor;
    private final Function<Object, String> scopes;
    private final @Nullable Compactor compactor;
    private final OriginalStore originals;

    /**
     * Decorates a store, without compaction.
     *
     * @param headroom what compresses; originals are kept in its store, in the scope of the memory's id
     * @param delegate what stores
     */
    public CompressingChatMemoryStore(Headroom headroom, ChatMemoryStore delegate) {
        this(builder(headroom, delegate));
    }

    private CompressingChatMemoryStore(Builder builder) {
        compressor = new MessageCompressor(builder.headroom);
        scopes = builder.scopes;
        delegate = builder.delegate;
        originals = builder.headroom.originals();
        compactor = builder.compaction == null ? null : new Compactor(builder.headroom, builder.compaction);
    }

    /**
     * A builder of a store without compaction.
     *
     * @param headroom what compresses; originals are kept in its store, in the scope of the memory's id
     * @param delegate what stores
     * @return a new builder
     */
    public static Builder builder(Headroom headroom, ChatMemoryStore delegate) {
        return new Builder(headroom, delegate);
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
        String scope = scopes.apply(memoryId);
        List<ChatMessage> stored = new ArrayList<>(messages.size());
        for (ChatMessage message : messages) {
            stored.add(compressed(message, scope));
        }
        List<ChatMessage> kept = compacted(stored, scope);
        delegate.updateMessages(memoryId, kept);
        renewOriginals(scope, kept);
    }

    @Override
    public void deleteMessages(Object memoryId) {
        delegate.deleteMessages(memoryId);
    }

    private List<ChatMessage> compacted(List<ChatMessage> messages, String scope) {
        if (compactor == null) {
            return messages;
        }
        try {
            return compactor.compact(messages, scope);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("A history of {} messages could not be compacted, it is stored as it is", messages.size(), e);
            return messages;
        }
    }

    /** A store that forgets by age must not forget what this history shows. */
    private void renewOriginals(String scope, List<ChatMessage> stored) {
        try {
            List<OriginalId> inUse = OriginalsInUse.in(stored);
            if (!inUse.isEmpty()) {
                originals.renew(scope, inUse);
            }
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("The originals of a history could not be renewed; a store that forgets by age may do so", e);
        }
    }

    private ChatMessage compressed(ChatMessage message, String scope) {
        try {
            return compressor.compress(message, scope);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("A {} could not be compressed, it is stored as it came", message.type(), e);
            return message;
        }
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final Headroom headroom;
        private final ChatMemoryStore delegate;
        private Function<Object, String> scopes = CompressionRequest::scopeOf;
        private @Nullable Compaction compaction;

        private Builder(Headroom headroom, ChatMemoryStore delegate) {
            this.headroom = Objects.requireNonNull(headroom, "headroom");
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /**
         * In which scope the originals of a memory are kept; {@link CompressionRequest#scopeOf} by default. It must be that in
         * which the agent's tools run: the id that the service got with {@code @MemoryId}, but
         * {@link CompressionRequest#DEFAULT_SCOPE} where it was built with one {@code chatMemory(...)}, whatever that
         * memory's id is.
         *
         * @param newScopes from the memory's id to a scope that is not blank
         * @return this builder
         */
        public Builder scopes(Function<Object, String> newScopes) {
            scopes = Objects.requireNonNull(newScopes, "newScopes");
            return this;
        }

        /**
         * When and how far old history is compacted; never by default.
         *
         * @param newCompaction the settings
         * @return this builder
         */
        public Builder compaction(Compaction newCompaction) {
            compaction = Objects.requireNonNull(newCompaction, "newCompaction");
            return this;
        }

        /**
         * Builds.
         *
         * @return the store
         */
        public CompressingChatMemoryStore build() {
            return new CompressingChatMemoryStore(this);
        }
    }
}
