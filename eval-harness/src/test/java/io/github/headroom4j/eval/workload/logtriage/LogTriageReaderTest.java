package io.github.headroom4j.eval.workload.logtriage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.reader.Reader.Seen;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LogTriageReaderTest {

    private final LogTriageReader reader = new LogTriageReader();

    @Test
    void should_blame_the_service_that_failed_itself_and_not_those_that_complain_of_it() {
        String app = steady("INFO cart ok")
                + "2026-11-22 10:05:01.200 ERROR order failed: org.postgresql.util.PSQLException: disk\n"
                + "2026-11-22 10:05:02.200 ERROR order failed: org.postgresql.util.PSQLException: disk\n"
                + "2026-11-22 10:05:03.200 ERROR order failed: org.postgresql.util.PSQLException: disk\n";
        String db = steady("LOG: checkpoint")
                + "2026-11-22 10:05:01.100 FATAL:  could not extend file: No space left on device\n";

        assertThat(reader.answer("Why do orders fail since 10:05?", List.of(log("app", app), log("db", db))))
                .containsExactly(
                        "root:db",
                        "class:DISK_FULL",
                        "onset:db:2026-11-22 10:05:01.100 FATAL:  could not extend file: No space left on device",
                        "evidence:db:2026-11-22 10:05:01.100 FATAL:  could not extend file: No space left on device",
                        "evidence:app:2026-11-22 10:05:01.200 ERROR order failed: org.postgresql.util.PSQLException: disk");
    }

    @Test
    void should_not_take_a_single_error_long_before_the_burst_for_its_cause() {
        String db = "2026-11-22 10:04:01.000 FATAL:  password authentication failed for user \"report\"\n"
                + steady("LOG: checkpoint") + "2026-11-22 10:05:01.000 LOG: received fast shutdown request\n";
        String app = steady("INFO cart ok") + "2026-11-22 10:05:02.000 ERROR Connection to db refused\n".repeat(5);
        assertThat(reader.answer("Since 10:05?", List.of(log("app", app), log("db", db))))
                .startsWith(
                        "root:db",
                        "class:CONNECTION_REFUSED",
                        "onset:db:2026-11-22 10:05:01.000 LOG: received fast shutdown request");
    }

    @Test
    void should_read_what_a_search_found_when_a_log_was_not_fetched() {
        Seen search = new Seen(
                "grep_logs",
                "{\"pattern\":\"ERROR\"}",
                "db:17:2026-11-22 10:05:01.000 ERROR: deadlock detected\nno match\n");
        assertThat(reader.answer("", List.of(search)))
                .contains("root:db", "class:DEADLOCK", "onset:db:2026-11-22 10:05:01.000 ERROR: deadlock detected");
    }

    @Test
    void should_answer_nothing_when_nothing_is_wrong_or_shown() {
        assertThat(reader.answer("Why?", List.of())).isEmpty();
        assertThat(reader.answer("Why?", List.of(log("app", steady("INFO cart ok")))))
                .isEmpty();
        assertThat(reader.answer("Why?", List.of(new Seen("fetch_logs", "not json", "\n\n"))))
                .isEmpty();
    }

    @Test
    void times_are_read_in_the_usual_forms() {
        for (String line : List.of(
                "2026-11-22T10:05:01.250Z INFO x",
                "2026/11/22 10:05:01 [error] x",
                "127.0.0.1 - - [22/Nov/2026:10:05:01 +0000] \"GET / HTTP/1.1\" 200 1",
                "22.11.2026 10:05:01,250 |INFO| x",
                "4715:M 22 Nov 2026 10:05:01.250 # x")) {
            LogLine read = LogLine.of("s", line, 0);
            assertThat(read.millis() / 1000).as(line).isEqualTo(10 * 3600 + 5 * 60 + 1);
            assertThat(read.timed()).isTrue();
        }
        assertThat(LogLine.of("s", "\tat org.example.Cart", 7))
                .isEqualTo(new LogLine("s", "\tat org.example.Cart", 7, false));
    }

    @Test
    void kinds_of_errors_go_by_well_known_texts() {
        assertThat(ErrorKind.of("bind: Address already in use")).contains(ErrorKind.PORT_IN_USE);
        assertThat(ErrorKind.of("java.lang.OutOfMemoryError: Java heap space")).contains(ErrorKind.OUT_OF_MEMORY);
        assertThat(ErrorKind.of("connect() failed (111: Connection refused)")).contains(ErrorKind.CONNECTION_REFUSED);
        assertThat(ErrorKind.of("took 3 ms")).isEmpty();
    }

    /** A minute and more of harmless lines before the trouble. */
    private static String steady(String text) {
        StringBuilder log = new StringBuilder();
        for (int second = 0; second < 60; second++) {
            log.append(String.format(Locale.ROOT, "2026-11-22 10:04:%02d.000 %s %d%n", second, text, second)
                    .replace("\r", ""));
        }
        return log.toString();
    }

    private static Seen log(String service, String text) {
        return new Seen("fetch_logs", "{\"service\":\"" + service + "\"}", text);
    }
}
