package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of the README that are about memory run, and are those that stand there. */
class ReadmeSnippetTest {

    /** The programs have the default time limit, which a JVM that has loaded nothing yet may exceed. */
    @BeforeAll
    static void warmUp() {
        Headroom.create().warmUp();
    }

    private static final Path README = Path.of("..", "README.md");

    private static final Path SELF =
            Path.of("src", "test", "java", "io", "github", "headroom4j", "memory", "ReadmeSnippetTest.java");

    @Test
    void memory_store() {
        Headroom headroom = Headroom.builder().withoutTimeout().build();
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

    interface Analyst {
        String chat(String question);
    }

    @Test
    void shared_context() {
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        String log = ChatMemoryStoreContract.log("pay");
        ScriptedModel model = new ScriptedModel()
                .calls("shared_context_get", "{\"key\":\"app-log\",\"question\":\"Which request was refused?\"}")
                .answers("r-277");
        // snippet:shared-context
        SharedContext board = SharedContext.builder(headroom, "incident-17").build();
        board.as("collector").put("app-log", log);

        Analyst analyst = AiServices.builder(Analyst.class)
                .chatModel(model)
                .tools(board.tools())
                .build();
        // end
        assertThat(analyst.chat("Which request was refused?")).isEqualTo("r-277");
        assertThat(model.results().get(0).text())
                .contains("request r-277 refused")
                .hasSizeLessThan(2_000);
        assertThat(board.getOriginal("app-log")).contains(log);
    }

    @Test
    void originals(@TempDir Path directory) throws Exception {
        DataSource dataSource = EmbeddedDatabase.open(directory.resolve("originals"));
        SecretKey newKey = EncryptedOriginalsContract.key(1);
        SecretKey oldKey = EncryptedOriginalsContract.key(2);
        // snippet:originals
        JdbcOriginalStore originals = JdbcOriginalStore.builder(dataSource)
                .encryption(OriginalEncryption.aesGcm(newKey).withOlderKey(oldKey))
                .build();
        Headroom headroom = Headroom.builder().originals(originals).build();

        RetentionReport forgotten =
                originals.retain(Retention.olderThan(Duration.ofDays(90)).andAtMostBytes(10L << 30));
        // end
        OriginalId id = headroom.originals().put("scope", "text");
        assertThat(originals.find("scope", id.shortForm())).contains("text");
        assertThat(forgotten.count()).isZero();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory-store", "originals", "shared-context"})
    void the_readme_shows_what_runs_here(String snippet) throws IOException {
        String readme = Files.readString(README);
        String source = Files.readString(SELF);

        assertThat(blankless(between(readme, "<!-- snippet:" + snippet + " -->\n```java\n", "```")))
                .isEqualTo(blankless(between(source, "// snippet:" + snippet + "\n", "// end")));
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
