package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates and migrates the table of originals, beside whatever else is in the schema. Stateless. */
final class OriginalSchema {

    private static final String LOCATION = "classpath:io/github/headroom4j/memory/schema";

    /** Not Flyway's default, which is the application's own. */
    private static final String HISTORY_TABLE = "headroom_schema_history";

    /** How each database calls a column of megabytes. */
    private static final Map<String, String> BYTES_TYPES = Map.of("H2", "binary large object", "PostgreSQL", "bytea");

    /** A lock rather than a synchronized method, in which a virtual thread that waits for the database would hold its carrier. */
    private static final Lock MIGRATION = new ReentrantLock();

    private OriginalSchema() {}

    /** One at a time: Flyway's lock does not hold off a rival in the same process while an H2 database is new. */
    static void migrate(DataSource dataSource) {
        MIGRATION.lock();
        try {
            Flyway flyway = configured(dataSource);
            try {
                flyway.migrate();
            } catch (FlywayException e) {
                // Perhaps another process began at the same moment, and its new history table made the schema look
                // used.
                again(flyway, e);
            }
        } catch (SQLException | FlywayException e) {
            throw new OriginalStoreException(
                    "the table of originals could not be created or migrated: " + e.getMessage(), e);
        } finally {
            MIGRATION.unlock();
        }
    }

    private static void again(Flyway flyway, FlywayException first) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            e.addSuppressed(first);
            throw e;
        }
    }

    private static Flyway configured(DataSource dataSource) throws SQLException {
        return Flyway.configure(OriginalSchema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(LOCATION)
                .failOnMissingLocations(true)
                .table(HISTORY_TABLE)
                // A schema that holds tables of others must not keep ours out.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("bytes", bytesType(dataSource)))
                .load();
    }

    private static String bytesType(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            String type = BYTES_TYPES.get(product);
            if (type == null) {
                throw new OriginalStoreException("originals can be kept in H2 and PostgreSQL, not in " + product);
            }
            return type;
        }
    }
}
