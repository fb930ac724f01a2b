package io.github.headroom4j.memory;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database in a file. Apart, so that who uses another database needs no H2. Stateless. */
final class EmbeddedDatabase {

    /**
     * Opening takes long, so a database stays open between calls, but its file is free soon after the last one. A commit
     * is written at once, as a marker that leads to it is shown at once. No trace file, which might quote what is kept.
     */
    private static final String SETTINGS = ";DB_CLOSE_DELAY=10;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";

    private EmbeddedDatabase() {}

    static DataSource open(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.indexOf(';') >= 0) {
            throw new IllegalArgumentException(
                    "file must not hold ';', which begins a setting, but was '" + path + "'");
        }
        JdbcDataSource database = new JdbcDataSource();
        // H2's default way to a file closes it for all threads when one is interrupted, as time limits of agents do.
        database.setURL("jdbc:h2:async:" + path + SETTINGS);
        // H2's own default, for whoever looks into the file with another tool.
        database.setUser("sa");
        return database;
    }
}
