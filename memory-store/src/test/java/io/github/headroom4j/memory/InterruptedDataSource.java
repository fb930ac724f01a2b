package io.github.headroom4j.memory;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs what another thread or process might do at the worst moment. For one thread. */
final class InterruptedDataSource {

    private DataSource delegate;
    private boolean autoCommit = true;
    private int untilInterruption = -1;
    private Runnable interruption = () -> {};
    private String interrupted = "";

    InterruptedDataSource(DataSource delegate) {
        this.delegate = delegate;
    }

    /** As pools can be told to. */
    InterruptedDataSource withoutAutoCommit() {
        autoCommit = false;
        return this;
    }

    /** From now on connections come from there. */
    void continueWith(DataSource other) {
        delegate = other;
    }

    /** A store asks on the first connection whether it holds an original, and inserts on the second. */
    void beforeSecondConnection(Runnable work) {
        untilInterruption = 1;
        interruption = work;
    }

    /** Once, before a statement with this in its text. */
    void before(String sql, Runnable work) {
        interrupted = sql;
        interruption = work;
    }

    DataSource asDataSource() {
        Class<?>[] type = {DataSource.class};
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), type, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return connection();
        });
    }

    private Connection connection() throws SQLException {
        if (untilInterruption-- == 0) {
            interruption.run();
        }
        Connection connection = delegate.getConnection();
        connection.setAutoCommit(autoCommit);
        return interrupted.isEmpty() ? connection : watched(connection);
    }

    private Connection watched(Connection connection) {
        Class<?>[] type = {Connection.class};
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), type, (proxy, method, arguments) -> {
            boolean now = method.getName().equals("prepareStatement")
                    && !interrupted.isEmpty()
                    && arguments[0].toString().contains(interrupted);
            if (now) {
                interrupted = "";
                interruption.run();
            }
            return method.invoke(connection, arguments);
        });
    }
}
