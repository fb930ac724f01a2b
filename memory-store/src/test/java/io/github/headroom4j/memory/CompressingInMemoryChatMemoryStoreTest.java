package io.github.headroom4j.memory;

import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.Headroom;

class CompressingInMemoryChatMemoryStoreTest extends ChatMemoryStoreContract {

    @Override
    protected ChatMemoryStore decorated() {
        return new CompressingChatMemoryStore(
                Headroom.builder().withoutTimeout().build(), new InMemoryChatMemoryStore());
    }
}
