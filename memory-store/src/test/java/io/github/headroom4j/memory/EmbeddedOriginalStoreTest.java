package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStoreException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file of an embedded database. */
class EmbeddedOriginalStoreTest extends JdbcOriginalStoreContract {

    private final Path directory;

    EmbeddedOriginalStoreTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Override
    DataSource database() {
        return EmbeddedDatabase.open(file());
    }

    private Path file() {
        return directory.resolve("not there yet").resolve("originals");
    }

    @AfterEach
    void close() throws SQLException {
        execute("shutdown");
    }

    @Test
    void should_write_into_the_file_it_was_given() throws SQLException {
        OriginalId id = JdbcOriginalStore.embedded(file()).put("scope", "text");

        assertThat(file().resolveSibling("originals.mv.db")).isRegularFile();
        execute("shutdown");
        assertThat(JdbcOriginalStore.embedded(file()).find("scope", id.shortForm()))
                .contains("text");
    }

    @Test
    void should_keep_what_was_put_when_the_process_is_killed_right_after() throws Exception {
        Path dead = directory.resolve("dead");
        assertThat(putAndDie(dead)).isEqualTo(PutAndDie.EXIT_CODE);
        assertThat(JdbcOriginalStore.embedded(dead)
                        .find("scope", OriginalId.of(PutAndDie.text()).sha256()))
                .contains(PutAndDie.text());
    }

    @Test
    void should_keep_and_find_in_a_thread_that_was_interrupted() {
        JdbcOriginalStore store = JdbcOriginalStore.embedded(file());
        OriginalId before = store.put("scope", noise(100_000));

        Thread.currentThread().interrupt();
        OriginalId id = store.put("scope", "put while interrupted");
        Optional<String> found = store.find("scope", before.shortForm());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).contains(noise(100_000));
        assertThat(store.find("scope", id.shortForm())).contains("put while interrupted");
    }

    @Test
    void should_refuse_a_file_that_another_process_has_open() throws Exception {
        OriginalId id = JdbcOriginalStore.embedded(file()).put("scope", "text");

        try (Connection open = database().getConnection()) {
            assertThat(putAndDie(file())).isNotEqualTo(PutAndDie.EXIT_CODE);
            assertThat(open.isClosed()).isFalse();
        }
        assertThat(JdbcOriginalStore.embedded(file()).find("scope", id.sha256()))
                .contains("text");
    }

    private static int putAndDie(Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classPath, PutAndDie.class.getName(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** A process that ends without closing anything. */
    static final class PutAndDie {

        static final int EXIT_CODE = 17;

        private PutAndDie() {}

        static String text() {
            return noise(300_000);
        }

        public static void main(String[] arguments) {
            JdbcOriginalStore.embedded(Path.of(arguments[0])).put("scope", text());
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    @Test
    void should_refuse_a_path_that_would_be_a_setting() {
        assertThatThrownBy(() -> JdbcOriginalStore.embedded(Path.of("originals;INIT=drop all objects")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INIT=drop all objects");
    }

    @Test
    void should_tell_that_a_file_is_no_database() throws IOException {
        Path broken = directory.resolve("broken");
        Files.writeString(directory.resolve("broken.mv.db"), "no database at all ".repeat(1_000));

        assertThatThrownBy(() -> JdbcOriginalStore.embedded(broken))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("could not be created or migrated")
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void should_name_a_database_that_it_does_not_know() {
        DataSource unknown = fake(DataSource.class, fake(Connection.class, fake(DatabaseMetaData.class, "Paradox")));

        assertThatThrownBy(() -> new JdbcOriginalStore(unknown))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("H2 and PostgreSQL, not in Paradox");
    }

    /** Whatever is asked, one answer. */
    private static <T> T fake(Class<T> type, Object answer) {
        Class<?>[] types = {type};
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                types,
                (proxy, method, arguments) -> method.getReturnType() == void.class ? null : answer));
    }
}
