package io.github.headroom4j.memory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A pool of one connection, which stays open and as it is left, so that a test can look at it. For one thread. */
final class OneConnection {

    private final Connection only;

    OneConnection(Connection only) {
        this.only = only;
    }

    DataSource asDataSource() {
        ClassLoader loader = getClass().getClassLoader();
        Object lent = Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(only, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> lent);
    }
}
