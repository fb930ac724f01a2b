package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalCodec;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Originals in a table of a database, H2 or PostgreSQL, so that they live as long as the chat memories whose markers lead
 * to them: over restarts, and for all processes that share the database.
 *
 * <pre>{@code
 * Headroom headroom = Headroom.builder()
 *         .originals(JdbcOriginalStore.embedded(Path.of("data", "originals")))
 *         .build();
 * }</pre>
 *
 * <p>What it guarantees:
 * <ul>
 *   <li>Durable: {@link #put} returns after the commit, so the original is as safe as the database keeps what was
 *       committed.
 *   <li>Explicit misses: nothing is ever evicted; after {@link #clear}, {@link #find} is empty.
 *   <li>Integrity: every read is checked against the original's SHA-256; a damaged row is an exception, never another
 *       text.
 *   <li>Once: concurrent puts of one text, also by several processes, keep one row; two originals of a scope with the same
 *       short form are refused.
 * </ul>
 *
 * <p>Needs {@code org.flywaydb:flyway-core}, which creates and migrates the table {@code headroom_original} and writes its
 * own history into {@code headroom_schema_history}, and the database's driver; for PostgreSQL also
 * {@code org.flywaydb:flyway-database-postgresql}. Scopes are stored as their SHA-256, so that every memory id fits and
 * none can be read off; texts are stored deflated, not encrypted.
 *
 * <p>Every call takes one connection after another from the data source, at most one at a time, and commits on it. So the
 * data source should be a pool, and must not hand out the connection of a transaction that the caller could still roll
 * back: the model would then have seen a marker that leads nowhere. Thread-safe.
 */
public final class JdbcOriginalStore implements OriginalStore {

    /** 64 Mi characters: far above any text that fits a context, far below what a row can hold. */
    public static final int MAX_TEXT_CHARS = 64 << 20;

    private static final String INSERT =
            "insert into headroom_original (scope, short_ref, sha256, content, text_length) values (?, ?, ?, ?, ?)";
    private static final String SELECT_ID = "select sha256 from headroom_original where scope = ? and short_ref = ?";
    private static final String SELECT_ROW =
            "select sha256, content from headroom_original where scope = ? and short_ref = ?";
    private static final String DELETE = "delete from headroom_original where scope = ?";

    private static final int FULL_LENGTH = 64;

    private static final class Row {

        private final String sha256;
        private final byte[] content;

        Row(ResultSet row) throws SQLException {
            sha256 = row.getString(1);
            content = row.getBytes(2);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private final int maxChars;
    private final Function<String, OriginalId> identify;

    /**
     * A store in a database; creates or migrates its table.
     *
     * @param dataSource gives connections to H2 or PostgreSQL
     * @throws OriginalStoreException if the table can be neither found nor created
     */
    public JdbcOriginalStore(DataSource dataSource) {
        this(dataSource, MAX_TEXT_CHARS, OriginalId::of);
    }

    /** For tests: with a low limit, or a hash that collides. */
    JdbcOriginalStore(DataSource dataSource, int maxChars, Function<String, OriginalId> identify) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.maxChars = maxChars;
        this.identify = identify;
        OriginalSchema.migrate(dataSource);
    }

    /**
     * A store in a file, with no server and no configuration. Needs {@code com.h2database:h2}. What was put survives the
     * end of the process, however it ends; interrupted threads may use it too. One process at a time can open the file,
     * and lets go of it some seconds after its last call.
     *
     * @param file where, without the {@code .mv.db} that H2 adds; folders are created
     * @return the store, which finds what was put into the file before
     * @throws OriginalStoreException if the file cannot be opened
     * @throws IllegalArgumentException if the path holds a semicolon, which H2 cannot open
     */
    public static JdbcOriginalStore embedded(Path file) {
        return new JdbcOriginalStore(EmbeddedDatabase.open(file));
    }

    @Override
    public OriginalId put(String scope, String text) {
        if (scope.isBlank()) {
            throw new IllegalArgumentException("scope must not be blank, but was '" + scope + "'");
        }
        if (text.length() > maxChars) {
            throw new OriginalStoreException(
                    "an original may have " + maxChars + " characters, but this one has " + text.length());
        }
        OriginalId id = identify.apply(text);
        try {
            if (!holds(scope, id)) {
                insert(scope, id, text);
            }
        } catch (SQLException e) {
            throw new OriginalStoreException("the original " + id + " could not be kept: " + e.getMessage(), e);
        }
        return id;
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        if (!isRef(ref)) {
            return Optional.empty();
        }
        try {
            return run(connection -> select(connection, scope, ref)).flatMap(row -> checked(row, ref));
        } catch (SQLException e) {
            throw new OriginalStoreException("the original " + ref + " could not be read: " + e.getMessage(), e);
        }
    }

    private Optional<String> checked(Row row, String ref) {
        String text = OriginalCodec.decode(row.content);
        // Before the reference is looked at, so that a damaged id is an error and no miss.
        if (!identify.apply(text).sha256().equals(row.sha256)) {
            throw new OriginalStoreException("the original " + ref + " no longer matches its hash");
        }
        return row.sha256.startsWith(ref) ? Optional.of(text) : Optional.empty();
    }

    @Override
    public void clear(String scope) {
        try {
            run(connection -> {
                try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                    delete.setString(1, key(scope));
                    return delete.executeUpdate();
                }
            });
        } catch (SQLException e) {
            throw new OriginalStoreException("the scope could not be cleared: " + e.getMessage(), e);
        }
    }

    private void insert(String scope, OriginalId id, String text) throws SQLException {
        byte[] content = OriginalCodec.encode(text);
        try {
            run(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    insert.setString(1, key(scope));
                    insert.setString(2, id.shortForm());
                    insert.setString(3, id.sha256());
                    insert.setBytes(4, content);
                    insert.setInt(5, text.length());
                    return insert.executeUpdate();
                }
            });
        } catch (SQLException e) {
            // Another thread or process may have been faster. Asking beats knowing each database's codes for that.
            if (!holdsDespite(e, scope, id)) {
                throw e;
            }
        }
    }

    private boolean holdsDespite(SQLException failure, String scope, OriginalId id) throws SQLException {
        try {
            return holds(scope, id);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private boolean holds(String scope, OriginalId id) throws SQLException {
        Optional<String> kept = run(connection -> {
            try (PreparedStatement query = query(connection, SELECT_ID, new String[] {key(scope), id.shortForm()});
                    ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        });
        if (kept.isPresent() && !kept.get().equals(id.sha256())) {
            throw new OriginalStoreException("the short form " + id.shortForm() + " already names " + kept.get()
                    + " in this scope, so " + id + " cannot be kept");
        }
        return kept.isPresent();
    }

    private static Optional<Row> select(Connection connection, String scope, String ref) throws SQLException {
        String[] arguments = {key(scope), ref.substring(0, OriginalId.SHORT_LENGTH)};
        try (PreparedStatement query = query(connection, SELECT_ROW, arguments);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(new Row(rows)) : Optional.empty();
        }
    }

    private static PreparedStatement query(Connection connection, String sql, String[] arguments) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setString(i + 1, arguments[i]);
        }
        return query;
    }

    /** A scope of any length and any characters, lone surrogates among them, as one that every key column takes. */
    private static String key(String scope) {
        return OriginalId.of(scope).sha256();
    }

    private static boolean isRef(String ref) {
        return ref.length() >= OriginalId.SHORT_LENGTH
                && ref.length() <= FULL_LENGTH
                && ref.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getAutoCommit() ? work.on(connection) : commit(connection, work);
        }
    }

    /** For pools that hand out connections without auto-commit. */
    private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            try {
                connection.rollback();
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }
}
