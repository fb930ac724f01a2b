package io.github.headroom4j.compressor.log;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Tuple;

/** Logs written for these tests. */
final class SampleLogs {

    private SampleLogs() {}

    /** A shop's log: traffic, one harmless early error, a changed setting, and a failure from two thirds on. */
    static String shop(int lines) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            String time =
                    String.format(Locale.ROOT, "2026-03-01T10:%02d:%02d.%03dZ", i / 60 % 60, i % 60, i * 37 % 1000);
            boolean failing = i >= lines * 2 / 3 && i % 4 == 0;
            if (i == 7 || failing) {
                log.append(time)
                        .append(" ERROR [exec-")
                        .append(i % 8)
                        .append("] shop.Checkout : order ")
                        .append(4000 + i);
                log.append(" failed\njava.lang.IllegalStateException: no connection\n");
                log.append("\tat shop.Pool.take(Pool.java:41)\n\tat shop.Checkout.pay(Checkout.java:77)\n");
                log.append("\tat org.springframework.web.Servlet.doPost(Servlet.java:9)\n");
                log.append("\tat java.base/java.lang.Thread.run(Thread.java:840)\n");
                log.append("Caused by: java.net.ConnectException: Connection refused\n");
                log.append("\tat shop.Ledger.open(Ledger.java:12)\n\t... 23 more\n");
            } else if (i == lines / 2) {
                log.append(time).append(" INFO  [admin] shop.Settings : pool.size changed from 50 to 2\n");
            } else {
                log.append(time)
                        .append(" INFO  [exec-")
                        .append(i % 8)
                        .append("] shop.Cart : cart ")
                        .append(900 + i);
                log.append(" has ")
                        .append(i % 5)
                        .append(" items of 10.0.0.")
                        .append(i % 9)
                        .append('\n');
            }
        }
        return log.toString();
    }

    static String syslog(int lines) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append(String.format(Locale.ROOT, "Feb %2d 04:%02d:07 web sshd[%d]: ", i / 10 + 8, i, 2400 + i / 3));
            log.append(i % 3 == 0 ? "Accepted password for root" : "session closed for user root")
                    .append("\r\n");
        }
        return log.toString();
    }

    static String trace() {
        return """
                Exception in thread "main" java.lang.RuntimeException: cannot start
                \tat app.Main.start(Main.java:12)
                \tat app.Main.main(Main.java:5)
                Caused by: java.io.IOException: disk full
                \tat java.base/java.io.FileOutputStream.write(FileOutputStream.java:349)
                \tat java.base/java.io.FileOutputStream.flush(FileOutputStream.java:361)
                \tat app.Store.save(Store.java:88)
                \t... 2 more
                """;
    }

    /** Logs of a service that mostly serves, seldom warns, and more seldom fails. */
    static final class Systems implements ArbitrarySupplier<String> {

        @Override
        public Arbitrary<String> get() {
            Arbitrary<String> message = Arbitraries.frequencyOf(
                    Tuple.of(60, Arbitraries.of("INFO served", "INFO cached", "DEBUG tick")),
                    Tuple.of(3, Arbitraries.of("WARN slow", "INFO started")),
                    Tuple.of(2, Arbitraries.of("ERROR disk", "ERROR timeout", "ERROR refused", "ERROR corrupt")));
            return message.list().ofMinSize(30).ofMaxSize(300).map(messages -> {
                StringBuilder log = new StringBuilder();
                for (int i = 0; i < messages.size(); i++) {
                    log.append("2026-03-01T10:00:")
                            .append(10 + i % 50)
                            .append("Z ")
                            .append(messages.get(i));
                    log.append(" of request ").append(i * 31).append('\n');
                }
                return log.toString();
            });
        }
    }
}
