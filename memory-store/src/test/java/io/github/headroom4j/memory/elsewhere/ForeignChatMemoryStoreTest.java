package io.github.headroom4j.memory.elsewhere;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.memory.ChatMemoryStoreContract;
import java.util.ArrayList;
import java.util.List;

/** The contract as somebody else uses it, from another package. */
class ForeignChatMemoryStoreTest extends ChatMemoryStoreContract {

    @Override
    protected ChatMemoryStore decorated() {
        ChatMemoryStore delegate = new InMemoryChatMemoryStore();
        return new ChatMemoryStore() {

            @Override
            public List<ChatMessage> getMessages(Object memoryId) {
                return new ArrayList<>(delegate.getMessages(memoryId));
            }

            @Override
            public void updateMessages(Object memoryId, List<ChatMessage> messages) {
                delegate.updateMessages(memoryId, new ArrayList<>(messages));
            }

            @Override
            public void deleteMessages(Object memoryId) {
                delegate.deleteMessages(memoryId);
            }
        };
    }
}
