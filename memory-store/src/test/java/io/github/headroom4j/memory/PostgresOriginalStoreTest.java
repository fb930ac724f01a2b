package io.github.headroom4j.memory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.postgresql.ds.PGSimpleDataSource;

/** The store in a PostgreSQL that somebody started, such as {@code .ci/run}; in a schema of its own for each test. */
@EnabledIfEnvironmentVariable(
        named = PostgresOriginalStoreTest.VARIABLE,
        matches = ".+",
        disabledReason = "NOT RUN against PostgreSQL: set it to a JDBC URL with user and password")
class PostgresOriginalStoreTest extends JdbcOriginalStoreContract {

    static final String VARIABLE = "HEADROOM_TEST_POSTGRES_URL";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private String schema = "";

    @Override
    DataSource database() throws SQLException {
        if (schema.isEmpty()) {
            schema = "headroom_test_" + ProcessHandle.current().pid() + '_' + SCHEMAS.incrementAndGet();
            execute("create schema " + schema);
        }
        return inSchema(schema);
    }

    private static DataSource inSchema(String name) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(System.getenv(VARIABLE));
        database.setCurrentSchema(name);
        return database;
    }

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = inSchema(schema).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema " + schema + " cascade");
        }
    }
}
