package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.Headroom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program of the README that is about memory runs, and is the one that stands there. */
class ReadmeSnippetTest {

    private static final Path README = Path.of("..", "README.md");

    private static final Path SELF =
            Path.of("src", "test", "java", "io", "github", "headroom4j", "memory", "ReadmeSnippetTest.java");

    @Test
    void memory_store() {
        Headroom headroom = Headroom.create();
        ChatMemoryStore store = new JsonChatMemoryStore();
        // snippet:memory-store
        ChatMemoryStore compressing = CompressingChatMemoryStore.builder(headroom, store)
                .compaction(Compaction.ofBudget(100_000))
                .build();
        ChatMemoryProvider memories = conversation -> MessageWindowChatMemory.builder()
                .id(conversation)
                .maxMessages(1_000)
                .chatMemoryStore(compressing)
                .build();
        // end
        ChatMemory memory = memories.get("conversation");
        memory.add(ToolExecutionResultMessage.from("1", "readLog", ChatMemoryStoreContract.log("pay")));
        assertThat(((ToolExecutionResultMessage) memory.messages().get(0)).text())
                .contains("ERROR")
                .hasSizeLessThan(2_000);
    }

    @Test
    void the_readme_shows_what_runs_here() throws IOException {
        String readme = Files.readString(README);
        String source = Files.readString(SELF);

        assertThat(blankless(between(readme, "<!-- snippet:memory-store -->\n```java\n", "```")))
                .isEqualTo(blankless(between(source, "// snippet:memory-store\n", "// end")));
    }

    private static String between(String text, String opening, String closing) {
        int start = text.indexOf(opening) + opening.length();
        return text.substring(start, text.indexOf(closing, start));
    }

    /** The formatter breaks lines elsewhere than the README does. */
    private static String blankless(String code) {
        return code.replaceAll("\\s+", "");
    }
}
