package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a store in a database keeps beyond what every durable store does. A test extends this class and gives the database. */
abstract class JdbcOriginalStoreContract extends JdbcRetentionContract {

    private static JdbcOriginalStore colliding(DataSource database) {
        return JdbcOriginalStore.builder(database)
                .texts(limited(100, DurableOriginalStoreContract::collide))
                .build();
    }

    private JdbcOriginalStore store() throws SQLException {
        return new JdbcOriginalStore(database());
    }

    @Test
    void should_create_its_table_once_when_many_begin_at_once() throws Exception {
        execute("drop table headroom_original");
        execute("drop table \"headroom_schema_history\"");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<OriginalId>> puts = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                puts.add(threads.submit(() -> store().put("scope", "text")));
            }
            for (Future<OriginalId> put : puts) {
                assertThat(put.get()).isEqualTo(OriginalId.of("text"));
            }
        } finally {
            threads.shutdown();
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void should_live_beside_tables_of_others() throws SQLException {
        execute("drop table headroom_original");
        execute("drop table \"headroom_schema_history\"");
        execute("create table flyway_schema_history (theirs varchar(10))");

        OriginalId id = store().put("scope", "text");

        assertThat(store().find("scope", id.shortForm())).contains("text");
        execute("insert into flyway_schema_history values ('untouched')");
    }

    @Test
    void should_keep_once_what_another_puts_in_between() throws SQLException {
        JdbcOriginalStore rival = store();
        InterruptedDataSource interrupted = new InterruptedDataSource(database());
        JdbcOriginalStore store = new JdbcOriginalStore(interrupted.asDataSource());

        interrupted.beforeSecondConnection(() -> rival.put("scope", "text"));

        assertThat(store.put("scope", "text")).isEqualTo(OriginalId.of("text"));
        assertThat(store.find("scope", OriginalId.of("text").shortForm())).contains("text");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void should_refuse_what_collides_with_what_another_puts_in_between() throws SQLException {
        JdbcOriginalStore rival = colliding(database());
        InterruptedDataSource interrupted = new InterruptedDataSource(database());
        JdbcOriginalStore store = colliding(interrupted.asDataSource());

        interrupted.beforeSecondConnection(() -> rival.put("scope", "first"));

        assertThatThrownBy(() -> store.put("scope", "second"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("already names");
        assertThat(store.find("scope", ONE.shortForm())).contains("first");
    }

    @Test
    void should_commit_on_connections_that_do_not_by_themselves() throws SQLException {
        InterruptedDataSource manual = new InterruptedDataSource(database()).withoutAutoCommit();
        JdbcOriginalStore store = new JdbcOriginalStore(manual.asDataSource());
        JdbcOriginalStore rival = store();
        manual.beforeSecondConnection(() -> rival.put("scope", "text"));

        OriginalId raced = store.put("scope", "text");
        OriginalId id = store.put("scope", "other text");

        assertThat(store().find("scope", raced.shortForm())).contains("text");
        assertThat(store().find("scope", id.shortForm())).contains("other text");
        List<OriginalId> several = store.putAll("scope", List.of("several", "at once", "text"));
        assertThat(store().find("scope", several.get(1).sha256())).contains("at once");
        assertThat(store.retain(Retention.atMostBytes(0)).count()).isEqualTo(4);
        assertThat(count()).isZero();
        store.put("scope", "text");
        store.clear("scope");
        assertThat(count()).isZero();
    }

    @Test
    void should_keep_several_once_when_another_puts_some_in_between() throws SQLException {
        JdbcOriginalStore rival = store();
        InterruptedDataSource interrupted = new InterruptedDataSource(database());
        JdbcOriginalStore store = new JdbcOriginalStore(interrupted.asDataSource());

        interrupted.beforeSecondConnection(() -> rival.putAll("scope", List.of("two", "four")));
        List<OriginalId> ids = store.putAll("scope", List.of("one", "two", "three", "four"));

        assertThat(count()).isEqualTo(4);
        assertThat(store.find("scope", ids.get(0).shortForm())).contains("one");
        assertThat(store.find("scope", ids.get(3).shortForm())).contains("four");
    }

    @Test
    void should_keep_none_of_several_when_one_collides_in_between() throws SQLException {
        JdbcOriginalStore rival = colliding(database());
        InterruptedDataSource interrupted = new InterruptedDataSource(database());
        JdbcOriginalStore store = JdbcOriginalStore.builder(interrupted.asDataSource())
                .texts(limited(100, text -> text.equals("second") ? OTHER : OriginalId.of(text)))
                .build();

        interrupted.beforeSecondConnection(() -> rival.put("scope", "first"));

        assertThatThrownBy(() -> store.putAll("scope", List.of("one", "second", "three")))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("already names");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void should_give_connections_back_as_they_were() throws SQLException {
        try (Connection only = database().getConnection()) {
            JdbcOriginalStore store = new JdbcOriginalStore(new OneConnection(only).asDataSource());
            store.putAll("scope", List.of("one", "two"));
            store.retain(Retention.atMostBytes(0));
            assertThat(only.getAutoCommit()).isTrue();

            execute("drop table headroom_original");
            assertThatThrownBy(() -> store.retain(Retention.olderThan(Duration.ofDays(1))))
                    .isInstanceOf(OriginalStoreException.class)
                    .hasMessageContaining("could be forgotten");
            assertThat(only.getAutoCommit()).isTrue();
        }
    }

    @Test
    void should_tell_why_the_database_failed() throws SQLException {
        JdbcOriginalStore store = store();
        execute("drop table headroom_original");

        for (Runnable call : List.<Runnable>of(
                () -> store.put("scope", "text"),
                () -> store.find("scope", "0123456789ab"),
                () -> store.clear("scope"))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(OriginalStoreException.class)
                    .hasCauseInstanceOf(SQLException.class)
                    .hasMessageContaining("could not be ");
        }
    }
}
