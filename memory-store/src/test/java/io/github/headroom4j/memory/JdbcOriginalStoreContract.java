package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.original.OriginalCodec;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a store in a database keeps beyond what every store does. A test extends this class and gives the database. */
abstract class JdbcOriginalStoreContract extends OriginalStoreContract {

    /** Two ids that share their short form, and so their marker. */
    private static final OriginalId ONE = new OriginalId("0123456789ab" + "1".repeat(52));

    private static final OriginalId OTHER = new OriginalId("0123456789ab" + "2".repeat(52));

    /** The same database throughout a test, and an empty one at its beginning. */
    abstract DataSource database() throws SQLException;

    @Override
    OriginalStore emptyStore() throws SQLException {
        return store();
    }

    @Override
    int count() throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from headroom_original")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static OriginalId collide(String text) {
        return text.equals("first") ? ONE : OTHER;
    }

    private JdbcOriginalStore store() throws SQLException {
        return new JdbcOriginalStore(database());
    }

    @Test
    void should_find_what_another_instance_put() throws SQLException {
        OriginalId id = store().put("scope", noise(100_000));

        assertThat(store().find("scope", id.shortForm())).contains(noise(100_000));
        assertThat(store().put("scope", noise(100_000))).isEqualTo(id);
        assertThat(count()).isEqualTo(1);
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
    void should_refuse_another_original_of_the_same_short_form() throws SQLException {
        JdbcOriginalStore colliding = new JdbcOriginalStore(database(), 100, JdbcOriginalStoreContract::collide);
        colliding.put("scope", "first");

        assertThatThrownBy(() -> colliding.put("scope", "second"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining(ONE.sha256())
                .hasMessageContaining(OTHER.sha256());
        assertThat(colliding.find("scope", ONE.shortForm())).contains("first");
        assertThat(colliding.find("scope", OTHER.sha256())).isEmpty();
        assertThat(colliding.put("elsewhere", "second")).isEqualTo(OTHER);
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
        JdbcOriginalStore rival = new JdbcOriginalStore(database(), 100, JdbcOriginalStoreContract::collide);
        InterruptedDataSource interrupted = new InterruptedDataSource(database());
        JdbcOriginalStore store =
                new JdbcOriginalStore(interrupted.asDataSource(), 100, JdbcOriginalStoreContract::collide);

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
        store.clear("scope");
        assertThat(count()).isZero();
    }

    @Test
    void should_refuse_a_damaged_row_and_never_give_another_text() throws SQLException {
        JdbcOriginalStore store = store();
        OriginalId id = store.put("scope", "the text\n".repeat(1_000));
        byte[] whole = OriginalCodec.encode("the text\n".repeat(1_000));
        byte[] turned = whole.clone();
        turned[turned.length / 2] ^= 4;
        byte[] another = OriginalCodec.encode("another text");
        byte[] shorter = Arrays.copyOf(whole, whole.length - 9);

        for (byte[] damaged : List.of(turned, another, shorter, new byte[0])) {
            update("content", damaged);
            assertThatThrownBy(() -> store.find("scope", id.shortForm())).isInstanceOf(OriginalStoreException.class);
            assertThatThrownBy(() -> store.find("scope", id.sha256())).isInstanceOf(OriginalStoreException.class);
        }
        update("content", whole);
        assertThat(store.find("scope", id.shortForm())).isPresent();
    }

    @Test
    void should_refuse_a_row_whose_id_is_damaged() throws SQLException {
        JdbcOriginalStore store = store();
        OriginalId id = store.put("scope", "text");

        update("sha256", id.shortForm() + "no digits");

        assertThatThrownBy(() -> store.find("scope", id.sha256()))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("no longer matches its hash");
        assertThatThrownBy(() -> store.find("scope", id.shortForm())).isInstanceOf(OriginalStoreException.class);
    }

    @Test
    void should_refuse_a_text_above_its_limit_and_name_both() throws SQLException {
        JdbcOriginalStore small = new JdbcOriginalStore(database(), 10, OriginalId::of);

        small.put("scope", "0123456789");

        assertThatThrownBy(() -> small.put("scope", "0123456789+"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("may have 10 characters")
                .hasMessageContaining("has 11");
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

    void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void update(String column, Object value) throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update headroom_original set " + column + " = ?")) {
            update.setObject(1, value);
            update.executeUpdate();
        }
    }
}
