package io.github.headroom4j.eval.bench;

import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.memory.Compaction;
import io.github.headroom4j.memory.CompressingChatMemoryStore;
import io.github.headroom4j.memory.JdbcOriginalStore;
import io.github.headroom4j.tool.HeadroomTools;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A store under load, with all that an application has around it. Thread-safe. */
final class SoakStore implements AutoCloseable {

    /** How long ago what retention shall find was used: beyond what agents keep by far. */
    private static final Duration LONG_AGO = Duration.ofHours(12);

    /** So few that histories are compacted often. */
    private static final int MEMORY_TOKENS = 6_000;

    /** What becomes of the database when the load is over. */
    private interface End {
        void end(Statement statement) throws SQLException;
    }

    private final String name;
    private final JdbcConnectionPool pool;
    private final CountedConnections connections;
    private final End end;
    private final Headroom headroom;
    private final JdbcOriginalStore originals;
    private final JdbcOriginalStore unused;
    private final ToolExecutor retrieve;
    private final ChatMemoryStore memories;

    private SoakStore(String name, ConnectionPoolDataSource database, int connectionsAtMost, End end) {
        this.name = name;
        this.end = end;
        pool = JdbcConnectionPool.create(database);
        pool.setMaxConnections(connectionsAtMost);
        connections = new CountedConnections(pool);
        originals = open();
        InstantSource system = InstantSource.system();
        unused = JdbcOriginalStore.builder(connections.dataSource())
                .clock(() -> system.instant().minus(LONG_AGO))
                .build();
        headroom = Headroom.builder().originals(originals).withoutTimeout().build();
        retrieve = HeadroomTools.retrieve(headroom).toolExecutor();
        memories = CompressingChatMemoryStore.builder(headroom, new InMemoryChatMemoryStore())
                .compaction(Compaction.ofBudget(MEMORY_TOKENS))
                .build();
    }

    /** An embedded database, set as {@link JdbcOriginalStore#embedded} sets it but for a page cache that fills up soon. */
    static SoakStore h2(Path folder, int connections) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:async:" + folder.resolve("originals")
                + ";DB_CLOSE_DELAY=10;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;CACHE_SIZE=8192");
        database.setUser("sa");
        return new SoakStore("H2", database, connections, statement -> statement.execute("shutdown"));
    }

    /** A server, in a schema of its own that goes with the run. */
    static SoakStore postgres(String url, int connections) throws SQLException {
        String schema = "headroom_soak_" + ProcessHandle.current().pid();
        PGConnectionPoolDataSource database = new PGConnectionPoolDataSource();
        database.setUrl(url);
        PooledConnection first = database.getPooledConnection();
        try (Statement statement = first.getConnection().createStatement()) {
            statement.execute("create schema " + schema);
        } finally {
            first.close();
        }
        database.setCurrentSchema(schema);
        return new SoakStore(
                "PostgreSQL",
                database,
                connections,
                statement -> statement.execute("drop schema " + schema + " cascade"));
    }

    /** The same database, as another process would see it. */
    JdbcOriginalStore open() {
        return new JdbcOriginalStore(connections.dataSource());
    }

    String name() {
        return name;
    }

    CountedConnections connections() {
        return connections;
    }

    /** How many connections are borrowed now. */
    int active() {
        return pool.getActiveConnections();
    }

    Headroom headroom() {
        return headroom;
    }

    JdbcOriginalStore originals() {
        return originals;
    }

    /** What is put here has been unused for long. */
    JdbcOriginalStore unused() {
        return unused;
    }

    ToolExecutor retrieve() {
        return retrieve;
    }

    ChatMemoryStore memories() {
        return memories;
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            end.end(statement);
        } finally {
            pool.dispose();
        }
    }
}
