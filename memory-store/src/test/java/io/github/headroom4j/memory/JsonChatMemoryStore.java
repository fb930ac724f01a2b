package io.github.headroom4j.memory;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A store that keeps JSON, as those over Redis and databases do; what it reads it cannot be made to change. */
final class JsonChatMemoryStore implements ChatMemoryStore {

    private final Map<Object, String> stored = new ConcurrentHashMap<>();

    @Override
    public List<ChatMessage> getMessages(Object memoryId) {
        String json = stored.get(memoryId);
        return json == null ? List.of() : List.copyOf(ChatMessageDeserializer.messagesFromJson(json));
    }

    @Override
    public void updateMessages(Object memoryId, List<ChatMessage> messages) {
        stored.put(memoryId, ChatMessageSerializer.messagesToJson(messages));
    }

    @Override
    public void deleteMessages(Object memoryId) {
        stored.remove(memoryId);
    }

    /** The text that is stored. */
    String json(Object memoryId) {
        return stored.getOrDefault(memoryId, "");
    }
}
