package io.github.headroom4j.memory;

import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.Headroom;

class CompressingJsonChatMemoryStoreTest extends ChatMemoryStoreContract {

    @Override
    protected ChatMemoryStore decorated() {
        return new CompressingChatMemoryStore(
                Headroom.builder().withoutTimeout().build(), new JsonChatMemoryStore());
    }
}
