package io.github.headroom4j.eval.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts the connections that are borrowed from a data source and given back to it. Thread-safe if that is. */
final class CountedConnections {

    private final AtomicLong borrowed = new AtomicLong();
    private final AtomicLong returned = new AtomicLong();
    private final DataSource counted;

    CountedConnections(DataSource dataSource) {
        counted = proxy(DataSource.class, (proxy, method, arguments) -> {
            Object answer = call(dataSource, method, arguments);
            return answer instanceof Connection connection ? counted(connection) : answer;
        });
    }

    DataSource dataSource() {
        return counted;
    }

    long borrowed() {
        return borrowed.get();
    }

    long returned() {
        return returned.get();
    }

    private Connection counted(Connection connection) {
        borrowed.incrementAndGet();
        AtomicBoolean open = new AtomicBoolean(true);
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object answer = call(connection, method, arguments);
            // Closing twice is allowed, and gives back once.
            if (method.getName().equals("close") && open.getAndSet(false)) {
                returned.incrementAndGet();
            }
            return answer;
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        Class<?>[] types = {type};
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), types, handler));
    }
}
