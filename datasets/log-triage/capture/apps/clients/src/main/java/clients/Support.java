package clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;

/** What all client services share: settings, pacing, failure logging, and counters for the metrics sampler. */
final class Support {

    private static final long QUIET_MILLIS = 4_000;
    private static final Map<String, Long> LAST_TRACE = new ConcurrentHashMap<>();
    private static final List<Long> LATENCIES = new ArrayList<>();
    private static long requests;
    private static long errors;

    private Support() {}

    static String setting(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("setting " + name + " is missing");
        }
        return value;
    }

    static int number(String name, int otherwise) {
        return Integer.getInteger(name, otherwise);
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextInt(millis + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    /** With its stack trace, but a repeated failure of one kind only as one line for a few seconds. */
    static void failed(Logger log, String what, Throwable failure) {
        long now = System.currentTimeMillis();
        String kind = log.getName() + failure.getClass().getName();
        Long before = LAST_TRACE.get(kind);
        if (before == null || now - before > QUIET_MILLIS) {
            LAST_TRACE.put(kind, now);
            log.error("{}: {}", what, failure.toString(), failure);
        } else {
            log.error("{}: {}", what, failure.toString());
        }
    }

    static synchronized void count(long startNanos, boolean ok) {
        requests++;
        if (!ok) {
            errors++;
        }
        LATENCIES.add((System.nanoTime() - startNanos) / 1_000);
        if (LATENCIES.size() > 200) {
            LATENCIES.remove(0);
        }
    }

    /** Writes "requests errors p95Ms" to the file of the setting "stats" once a second. */
    static void startStats() {
        Path file = Path.of(setting("stats"));
        Thread thread = new Thread(() -> {
            while (true) {
                try {
                    Path next = Path.of(file + ".next");
                    Files.writeString(next, snapshot());
                    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    Thread.sleep(500);
                } catch (IOException e) {
                    return;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }, "stats");
        thread.setDaemon(true);
        thread.start();
    }

    private static synchronized String snapshot() {
        List<Long> sorted = new ArrayList<>(LATENCIES);
        Collections.sort(sorted);
        double p95 = sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * 95 / 100) / 1000.0;
        return requests + " " + errors + " " + p95 + "\n";
    }
}
