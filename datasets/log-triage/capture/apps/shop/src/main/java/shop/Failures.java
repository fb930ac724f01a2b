package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.springframework.stereotype.Component;

/** Logs a failure with its stack trace, but a repeated failure of the same kind only as one line for a few seconds. */
@Component
public class Failures {

    private static final long QUIET_MILLIS = 4_000;

    private final Map<String, Long> lastTrace = new ConcurrentHashMap<>();

    public void log(Logger log, String what, Throwable failure) {
        long now = System.currentTimeMillis();
        String kind = log.getName() + failure.getClass().getName();
        Long before = lastTrace.get(kind);
        if (before == null || now - before > QUIET_MILLIS) {
            lastTrace.put(kind, now);
            log.error("{}: {}", what, failure.toString(), failure);
        } else {
            log.error("{}: {}", what, failure.toString());
        }
    }
}
