package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.tool.HeadroomTools;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;

/** Whatever happens, logs at any level, and errors, hold neither what is compressed, nor who asked what, nor a password. */
class NoSecretsInLogsTest {

    private static final String CONTENT = "Lindwurm-3141";
    private static final String QUESTION = "Basilisk-2718";
    private static final String MEMORY = "Kobold-1618";
    private static final String PASSWORD = "Zentaur-1414";

    private static final String LOG = IntStream.range(0, 300)
            .mapToObj(i -> "2026-01-01T12:00:00Z " + (i == 200 ? "ERROR" : "INFO") + " token " + CONTENT + " request r-"
                    + i + " served")
            .collect(Collectors.joining("\n"));

    private final Path directory;

    NoSecretsInLogsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void the_recorder_should_hear_a_secret() throws Exception {
        // A test that hears nothing would find nothing.
        List<String> heard = RecordedLogs.during(() -> {
            LoggerFactory.getLogger("test").trace("a {} of many", CONTENT);
            LoggerFactory.getLogger("test").warn("thrown", new IllegalStateException(new Exception(PASSWORD)));
        });

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).startsWith("TRACE test a " + CONTENT + " of many");
        assertThat(heard.get(1)).contains("WARN test thrown", PASSWORD);
    }

    @Test
    void a_store_that_works_should_log_none() throws Exception {
        List<String> heard = RecordedLogs.during(() -> {
            JdbcOriginalStore store = JdbcOriginalStore.embedded(directory.resolve("works"));
            work(store);
            store.retain(Retention.atMostBytes(0));
        });

        assertThat(heard).anyMatch(line -> line.contains("forgot"));
        checkNoSecrets(heard);
    }

    @Test
    void a_store_that_lost_its_table_or_its_key_should_log_none() throws Exception {
        DataSource database = EmbeddedDatabase.open(directory.resolve("broken"));
        List<String> heard = new ArrayList<>();
        JdbcOriginalStore encrypted = JdbcOriginalStore.builder(database)
                .encryption(OriginalEncryption.aesGcm(EncryptedOriginalsContract.key(1)))
                .build();
        OriginalId id = encrypted.put(MEMORY, LOG);
        JdbcOriginalStore wrongKey = JdbcOriginalStore.builder(database)
                .encryption(OriginalEncryption.aesGcm(EncryptedOriginalsContract.key(2)))
                .build();
        heard.addAll(RecordedLogs.during(() -> {
            heard.add(String.valueOf(catchThrowable(() -> wrongKey.find(MEMORY, id.sha256()))));
            work(wrongKey);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table headroom_original drop column content");
            }
            heard.add(String.valueOf(catchThrowable(() -> encrypted.put(MEMORY, LOG + "again"))));
            work(encrypted);
        }));

        assertThat(heard).anyMatch(line -> line.contains("WARN") && line.contains("so nothing is left out"));
        checkNoSecrets(heard);
    }

    @Test
    void a_server_that_is_away_should_not_make_us_tell_its_password() throws Exception {
        int free;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = server.getLocalPort();
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl("jdbc:postgresql://127.0.0.1:" + free + "/db?user=me&password=" + PASSWORD);
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:tcp://127.0.0.1:" + free + "/db;USER=me;PASSWORD=" + PASSWORD);
        List<String> heard = new ArrayList<>();
        heard.addAll(RecordedLogs.during(() -> {
            for (DataSource away : List.of(postgres, h2)) {
                Throwable thrown = catchThrowable(() -> new JdbcOriginalStore(away));
                for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                    heard.add(cause.toString());
                }
            }
            try (RedisClient redis = RedisClient.create("redis://me:" + PASSWORD + "@127.0.0.1:" + free)) {
                work(new RedisOriginalStore(redis));
            }
        }));

        assertThat(heard).hasSizeGreaterThan(3);
        checkNoSecrets(heard);
    }

    /** Everything that logs something: compressing, keeping, retrieving, compacting. */
    private static void work(OriginalStore store) {
        Headroom headroom = Headroom.builder()
                .originals(store)
                .listener(event -> {
                    throw new IllegalStateException("a listener that fails");
                })
                .withoutTimeout()
                .build();
        CompressionRequest request =
                CompressionRequest.of(LOG).withQuery(QUESTION).withScope(MEMORY).withTool("read_log");
        headroom.compress(request);
        headroom.keep(request);
        headroom.outline(request, 100);
        OriginalId id = OriginalId.of(LOG);
        HeadroomTools.retrieve(headroom)
                .toolExecutor()
                .execute(
                        call("headroom_retrieve", "{\"ref\":\"" + id.shortForm() + "\",\"grep\":\"" + CONTENT + "\"}"),
                        MEMORY);
        CompressingChatMemoryStore memory = CompressingChatMemoryStore.builder(headroom, new InMemoryChatMemoryStore())
                .compaction(Compaction.ofBudget(2_000))
                .build();
        List<ChatMessage> history = new ArrayList<>(List.of(UserMessage.from(QUESTION)));
        for (int i = 0; i < 6; i++) {
            ToolExecutionRequest read = call("read_log", "{\"page\":" + i + "}");
            history.add(AiMessage.from(read));
            history.add(ToolExecutionResultMessage.from(read, i + LOG));
            memory.updateMessages(MEMORY, history);
        }
    }

    private static ToolExecutionRequest call(String tool, String arguments) {
        return ToolExecutionRequest.builder()
                .id("1")
                .name(tool)
                .arguments(arguments)
                .build();
    }

    private static void checkNoSecrets(List<String> heard) {
        assertThat(heard).isNotEmpty();
        assertThat(heard.stream().flatMap(String::lines))
                .noneMatch(
                        line -> Stream.of(CONTENT, QUESTION, MEMORY, PASSWORD).anyMatch(line::contains));
    }
}
