package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** An encrypted store keeps whatever a plain one does. */
class EncryptedOriginalStoreTest extends OriginalStoreContract {

    private final Path file;

    EncryptedOriginalStoreTest(@TempDir Path directory) {
        file = directory.resolve("originals");
    }

    private JdbcOriginalStore store() {
        return JdbcOriginalStore.builder(file)
                .encryption(OriginalEncryption.aesGcm(EncryptedOriginalsContract.key(3))
                        .strict())
                .build();
    }

    @Override
    OriginalStore emptyStore() {
        return store();
    }

    @Override
    int count() {
        return (int) store().stats().count();
    }

    @AfterEach
    void close() throws SQLException {
        try (Connection connection = EmbeddedDatabase.open(file).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
