package io.github.headroom4j.memory;

import io.github.headroom4j.memory.OriginalTable.Row;
import io.github.headroom4j.memory.OriginalTexts.Identified;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
 *   <li>Durable: {@link #put} and {@link #putAll} return after the commit, so originals are as safe as the database keeps
 *       what was committed. {@link #putAll} keeps all or none, in one transaction.
 *   <li>Explicit misses: nothing is forgotten but by {@link #clear} and {@link #retain}; then {@link #find} is empty.
 *   <li>Integrity: every read is checked against the original's SHA-256; a damaged row is an exception, never another
 *       text.
 *   <li>Once: concurrent puts of one text, also by several processes, keep one row; two originals of a scope with the same
 *       short form are refused.
 * </ul>
 *
 * <p>Needs {@code org.flywaydb:flyway-core}, which creates and migrates the table {@code headroom_original} and writes its
 * own history into {@code headroom_schema_history}, and the database's driver; for PostgreSQL also
 * {@code org.flywaydb:flyway-database-postgresql}. Scopes are stored as their SHA-256, so that every memory id fits and
 * none can be read off; texts are stored deflated, and encrypted if {@link Builder#encryption} is given.
 *
 * <p>When an original was last put, found or {@linkplain #renew renewed} is kept to the hour: reading costs a write only once
 * in half an hour, and so does renewing. {@link #retain} goes by it.
 *
 * <p>Every call takes one connection after another from the data source, at most one at a time, and commits on it. So the
 * data source should be a pool, and must not hand out the connection of a transaction that the caller could still roll
 * back: the model would then have seen a marker that leads nowhere. Thread-safe.
 */
public final class JdbcOriginalStore implements OriginalStore {

    /** 64 Mi characters: far above any text that fits a context, far below what a row can hold. */
    public static final int MAX_TEXT_CHARS = OriginalTexts.MAX_CHARS;

    private static final Logger log = LoggerFactory.getLogger(JdbcOriginalStore.class);

    private final JdbcSession session;
    private final OriginalTexts texts;
    private final InstantSource clock;
    private final JdbcOriginals originals;
    private final RenewalMemo renewals;

    /**
     * A store in a database; creates or migrates its table.
     *
     * @param dataSource gives connections to H2 or PostgreSQL
     * @throws OriginalStoreException if the table can be neither found nor created
     */
    public JdbcOriginalStore(DataSource dataSource) {
        this(builder(dataSource));
    }

    /** For tests: with a low limit, or a hash that collides. */
    JdbcOriginalStore(DataSource dataSource, int maxChars, Function<String, OriginalId> identify) {
        this(builder(dataSource).texts(new OriginalTexts(maxChars, identify, null)));
    }

    private JdbcOriginalStore(Builder builder) {
        session = new JdbcSession(builder.dataSource);
        texts = builder.texts;
        clock = builder.clock;
        originals = new JdbcOriginals(session, texts, clock);
        renewals = new RenewalMemo(clock, JdbcOriginals.TOUCH_PAUSE);
        OriginalSchema.migrate(builder.dataSource);
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
        return builder(file).build();
    }

    /**
     * Begins a store in a database that differs from the defaults.
     *
     * @param dataSource gives connections to H2 or PostgreSQL
     * @return a builder
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Begins a store in a file, as {@link #embedded} opens it, that differs from the defaults.
     *
     * @param file where, without the {@code .mv.db} that H2 adds
     * @return a builder
     * @throws IllegalArgumentException if the path holds a semicolon, which H2 cannot open
     */
    public static Builder builder(Path file) {
        return builder(EmbeddedDatabase.open(file));
    }

    @Override
    public OriginalId put(String scope, String text) {
        return putAll(scope, List.of(text)).get(0);
    }

    /** {@inheritDoc} Keeps all in one transaction, or none. */
    @Override
    public List<OriginalId> putAll(String scope, List<String> newTexts) {
        Identified identified = texts.identified(scope, newTexts);
        try {
            originals.keep(OriginalTexts.key(scope), identified.byId());
        } catch (SQLException e) {
            throw new OriginalStoreException(identified.what() + " could not be kept: " + e.getMessage(), e);
        }
        return identified.ids();
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        if (!OriginalTexts.isRef(ref)) {
            return Optional.empty();
        }
        String key = OriginalTexts.key(scope);
        Optional<Row> row;
        try {
            row = originals.select(key, ref);
        } catch (SQLException e) {
            throw new OriginalStoreException("the original " + ref + " could not be read: " + e.getMessage(), e);
        }
        Optional<String> text = row.flatMap(found -> texts.decode(key, ref, found.kept()));
        if (text.isPresent()) {
            noteUse(key, row.get());
        }
        return text;
    }

    /** The text is there; that it may be forgotten too early is no reason to hold it back. */
    private void noteUse(String key, Row row) {
        try {
            originals.touchIfStale(key, row);
        } catch (SQLException e) {
            log.warn(
                    "It could not be noted that the original {} is in use",
                    row.kept().sha256(),
                    e);
        }
    }

    /** {@inheritDoc} Costs one round trip in half an hour for each history, and none in between. */
    @Override
    public void renew(String scope, Collection<OriginalId> ids) {
        String key = OriginalTexts.key(scope);
        Set<OriginalId> distinct = Set.copyOf(ids);
        if (distinct.isEmpty() || !renewals.isDue(key, distinct.hashCode())) {
            return;
        }
        try {
            originals.touch(key, distinct);
        } catch (SQLException e) {
            throw new OriginalStoreException("the originals in use could not be renewed: " + e.getMessage(), e);
        }
    }

    @Override
    public void clear(String scope) {
        try {
            session.run(connection -> OriginalTable.delete(connection, OriginalTexts.key(scope)));
        } catch (SQLException e) {
            throw new OriginalStoreException("the scope could not be cleared: " + e.getMessage(), e);
        }
    }

    /**
     * Forgets the longest unused originals, whatever their scope; markers that lead to them become explicit misses. Runs
     * only when called, for instance by a nightly job of yours, and says at INFO what it forgot. Deletes in transactions of
     * 1,000 rows, so other calls go on, and what was deleted stays so if it fails half-way. An original whose use is noted
     * while this runs is kept. A bound of bytes sums up the sizes of all rows for each of these transactions.
     *
     * @param retention which ones
     * @return how many it forgot
     * @throws OriginalStoreException if the store fails
     */
    public RetentionReport retain(Retention retention) {
        JdbcRetention rows = new JdbcRetention(session);
        RetentionReport report = new RetentionReport(0, 0);
        try {
            if (retention.age().isPresent()) {
                report = rows.olderThan(clock.instant().minus(retention.age().get()));
            }
            if (retention.bytes().isPresent()) {
                report = report.plus(rows.atMostBytes(retention.bytes().getAsLong()));
            }
        } catch (SQLException e) {
            throw new OriginalStoreException(
                    "not all originals of " + retention + " could be forgotten: " + e.getMessage(), e);
        }
        log.info("{} forgot {} originals of {} bytes", retention, report.count(), report.bytes());
        return report;
    }

    /**
     * Counts what is kept, over all scopes. Reads every row, but no text.
     *
     * @return how many originals and bytes
     * @throws OriginalStoreException if the store fails
     */
    public OriginalStats stats() {
        try {
            return session.run(OriginalTable::stats);
        } catch (SQLException e) {
            throw new OriginalStoreException("the originals could not be counted: " + e.getMessage(), e);
        }
    }

    /** Builds a store that differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final DataSource dataSource;
        private OriginalTexts texts = OriginalTexts.PLAIN;
        private InstantSource clock = InstantSource.system();

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * Encrypts texts at rest; by default they are not.
         *
         * @param encryption with which keys
         * @return this
         */
        public Builder encryption(OriginalEncryption encryption) {
            return texts(OriginalTexts.encryptedBy(Objects.requireNonNull(encryption, "encryption")));
        }

        /**
         * By which clock the time of use is kept and ages are reckoned; the system's by default. Processes that share a
         * table should agree to some minutes.
         *
         * @param newClock for instance a fixed one in tests
         * @return this
         */
        public Builder clock(InstantSource newClock) {
            clock = Objects.requireNonNull(newClock, "newClock");
            return this;
        }

        Builder texts(OriginalTexts newTexts) {
            texts = newTexts;
            return this;
        }

        /**
         * Builds the store; creates or migrates its table.
         *
         * @return the store
         * @throws OriginalStoreException if the database cannot be opened, or the table neither found nor created
         */
        public JdbcOriginalStore build() {
            return new JdbcOriginalStore(this);
        }
    }
}
