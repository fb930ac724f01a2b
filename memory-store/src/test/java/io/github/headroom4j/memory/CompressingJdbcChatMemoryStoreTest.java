package io.github.headroom4j.memory;

import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.Headroom;

class CompressingJdbcChatMemoryStoreTest extends ChatMemoryStoreContract {

    private static int databases;

    @Override
    protected ChatMemoryStore decorated() {
        return new CompressingChatMemoryStore(
                Headroom.builder().withoutTimeout().build(), new JdbcChatMemoryStore("memory-" + databases++));
    }
}
