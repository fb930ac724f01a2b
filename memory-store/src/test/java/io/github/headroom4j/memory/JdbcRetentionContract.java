package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Which originals a store in a database forgets, and when. Gives also the way behind the store. */
abstract class JdbcRetentionContract extends DurableOriginalStoreContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456789Z");

    private static final Retention THIRTY_DAYS = Retention.olderThan(Duration.ofDays(30));

    private static final String ROW = " from headroom_original where scope = ? and short_ref = ?";

    private Instant now = START;

    /** The same database throughout a test, and an empty one at its beginning. */
    abstract DataSource database() throws SQLException;

    private JdbcOriginalStore clocked() throws SQLException {
        return JdbcOriginalStore.builder(database()).clock(() -> now).build();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void should_forget_what_was_unused_for_too_long_and_say_how_much() throws Exception {
        JdbcOriginalStore store = clocked();
        OriginalId old = store.put("over", TEXT);
        long bytes = content("over", old).length;
        pass(Duration.ofDays(20));
        OriginalId young = store.put("going on", TEXT);
        pass(Duration.ofDays(11));

        assertThat(store.retain(THIRTY_DAYS)).isEqualTo(new RetentionReport(1, bytes));

        assertThat(store.find("over", old.shortForm())).isEmpty();
        assertThat(store.find("going on", young.shortForm())).contains(TEXT);
        assertThat(store.retain(THIRTY_DAYS)).isEqualTo(new RetentionReport(0, 0));
    }

    @Test
    void should_count_the_age_from_the_last_use() throws SQLException {
        JdbcOriginalStore store = clocked();
        List<OriginalId> ids = store.putAll("scope", List.of("put", "put again", "found", "renewed", "renewed too"));
        pass(Duration.ofDays(29));
        store.put("scope", "put again");
        store.find("scope", ids.get(2).shortForm());
        store.renew("scope", ids.subList(3, 5));
        pass(Duration.ofDays(29));

        assertThat(store.retain(THIRTY_DAYS).count()).isEqualTo(1);

        assertThat(store.find("scope", ids.get(0).shortForm())).isEmpty();
        assertThat(ids.subList(1, 5))
                .allSatisfy(
                        id -> assertThat(store.find("scope", id.shortForm())).isPresent());
    }

    @Test
    void should_write_the_time_of_use_only_once_in_half_an_hour() throws SQLException {
        JdbcOriginalStore store = clocked();
        OriginalId id = store.put("scope", "text");
        Object put = usedAt();
        pass(Duration.ofMinutes(29));
        store.find("scope", id.shortForm());
        store.put("scope", "text");
        store.renew("scope", List.of(id));
        assertThat(usedAt()).isEqualTo(put);

        pass(Duration.ofMinutes(2));
        store.find("scope", id.shortForm());

        assertThat(usedAt()).isNotEqualTo(put);
    }

    @Test
    void should_never_be_more_than_an_hour_late_when_a_history_is_stored_again_and_again() throws SQLException {
        JdbcOriginalStore store = clocked();
        OriginalId id = store.put("scope", "text");
        for (int minute = 0; minute < 300; minute++) {
            pass(Duration.ofMinutes(1));
            store.renew("scope", List.of(id));
        }

        assertThat(store.retain(Retention.olderThan(Retention.MIN_AGE)).count()).isZero();
        assertThat(store.find("scope", id.shortForm())).contains("text");
    }

    @Test
    void should_forget_the_longest_unused_beyond_a_number_of_bytes() throws Exception {
        JdbcOriginalStore store = clocked();
        List<OriginalId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(store.put("scope " + i, noise(1_000)));
            pass(Duration.ofDays(1));
        }
        long each = content("scope 0", ids.get(0)).length;
        store.find("scope 0", ids.get(0).shortForm());

        RetentionReport report = store.retain(Retention.atMostBytes(3 * each + 1));

        assertThat(report).isEqualTo(new RetentionReport(2, 2 * each));
        assertThat(store.stats()).isEqualTo(new OriginalStats(3, 3 * each));
        assertThat(store.find("scope 0", ids.get(0).shortForm())).isPresent();
        assertThat(store.find("scope 1", ids.get(1).shortForm())).isEmpty();
        assertThat(store.find("scope 2", ids.get(2).shortForm())).isEmpty();
        assertThat(store.find("scope 4", ids.get(4).shortForm())).isPresent();
        assertThat(store.retain(Retention.atMostBytes(3 * each)).count()).isZero();
    }

    @Test
    void should_hold_both_bounds_over_many_batches() throws SQLException {
        JdbcOriginalStore store = clocked();
        store.putAll("old", IntStream.range(0, 1_200).mapToObj(i -> "old " + i).toList());
        pass(Duration.ofDays(31));
        store.putAll(
                "young", IntStream.range(0, 1_200).mapToObj(i -> "new " + i).toList());
        long all = store.stats().bytes();

        RetentionReport report = store.retain(THIRTY_DAYS.andAtMostBytes(1_000));

        assertThat(store.stats().bytes()).isBetween(980L, 1_000L);
        assertThat(report.count() + store.stats().count()).isEqualTo(2_400);
        assertThat(report.bytes() + store.stats().bytes()).isEqualTo(all);
        assertThat(store.retain(Retention.atMostBytes(0)).bytes()).isLessThanOrEqualTo(1_000);
        assertThat(count()).isZero();
    }

    @Test
    void should_not_forget_twice_as_much_when_two_processes_do_it_at_once() throws Exception {
        JdbcOriginalStore store = clocked();
        store.putAll(
                "scope", IntStream.range(0, 3_000).mapToObj(i -> "text " + i).toList());
        long half = store.stats().bytes() / 2;
        CountDownLatch together = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<RetentionReport>> reports = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                JdbcOriginalStore mine = clocked();
                reports.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return mine.retain(Retention.atMostBytes(half));
                }));
            }
            long forgotten = reports.get(0).get().count() + reports.get(1).get().count();
            assertThat(forgotten + store.stats().count()).isEqualTo(3_000);
        } finally {
            threads.shutdown();
        }
        assertThat(store.stats().bytes()).isBetween(half - 20, half);
    }

    @Test
    void should_not_count_what_another_process_forgets_between_two_statements() throws Exception {
        JdbcOriginalStore other = clocked();
        other.putAll("scope", IntStream.range(0, 100).mapToObj(i -> "text " + i).toList());
        long half = other.stats().bytes() / 2;
        InterruptedDataSource interrupted = new InterruptedDataSource(database());
        JdbcOriginalStore store = JdbcOriginalStore.builder(interrupted.asDataSource())
                .clock(() -> now)
                .build();
        interrupted.before("order by used_at", () -> other.retain(Retention.atMostBytes(half)));

        assertThat(store.retain(Retention.atMostBytes(half))).isEqualTo(new RetentionReport(0, 0));

        assertThat(store.stats().bytes()).isBetween(half - 20, half);
    }

    @Test
    void should_count_rows_of_the_first_version_from_their_migration_on() throws Exception {
        OriginalId id = store(OriginalTexts.PLAIN).put("scope", TEXT);
        long bytes = content("scope", id).length;
        execute("drop index headroom_original_used_at");
        execute("alter table headroom_original drop column used_at");
        execute("alter table headroom_original drop column stored_bytes");
        execute("delete from \"headroom_schema_history\" where \"version\" = '2'");

        JdbcOriginalStore migrated = new JdbcOriginalStore(database());

        assertThat(migrated.stats()).isEqualTo(new OriginalStats(1, bytes));
        assertThat(migrated.retain(THIRTY_DAYS).count()).isZero();
        assertThat(migrated.find("scope", id.shortForm())).contains(TEXT);
        JdbcOriginalStore later = JdbcOriginalStore.builder(database())
                .clock(() -> Instant.now().plus(Duration.ofDays(31)))
                .build();
        assertThat(later.retain(THIRTY_DAYS)).isEqualTo(new RetentionReport(1, bytes));
    }

    @Override
    int count() throws SQLException {
        return ((Number) ask("select count(*) from headroom_original")).intValue();
    }

    private Object usedAt() throws SQLException {
        return ask("select used_at from headroom_original");
    }

    private Object ask(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getObject(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    OriginalStore store(OriginalTexts texts) throws SQLException {
        return JdbcOriginalStore.builder(database()).texts(texts).build();
    }

    /** The server was there when the store was built, and is not any more. */
    @Override
    OriginalStore unreachable() throws SQLException {
        InterruptedDataSource failing = new InterruptedDataSource(database());
        JdbcOriginalStore store = new JdbcOriginalStore(failing.asDataSource());
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setServerNames(new String[] {"127.0.0.1"});
        nobody.setPortNumbers(new int[] {closedPort()});
        failing.continueWith(nobody);
        return store;
    }

    @Override
    OriginalStats stats(OriginalStore store) {
        return ((JdbcOriginalStore) store).stats();
    }

    @Override
    byte[] content(String scope, OriginalId id) throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement query = connection.prepareStatement("select content" + ROW)) {
            query.setString(1, OriginalTexts.key(scope));
            query.setString(2, id.shortForm());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    @Override
    void overwrite(String scope, OriginalId id, byte[] content) throws SQLException {
        update("content", scope, id, content);
    }

    @Override
    void overwriteId(String scope, OriginalId id, String sha256) throws SQLException {
        update("sha256", scope, id, sha256);
    }

    private void update(String column, String scope, OriginalId id, Object value) throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update headroom_original set " + column + " = ? where scope = ? and short_ref = ?")) {
            update.setObject(1, value);
            update.setString(2, OriginalTexts.key(scope));
            update.setString(3, id.shortForm());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
